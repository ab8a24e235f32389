import {
  collection,
  documentId,
  getDocs,
  limit,
  type QueryDocumentSnapshot,
  query,
  where,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import { isTaskId, type TaskId } from '#domain/plan.ts'
import { REPORT_REASONS, type ReportReason } from '#domain/report.ts'
import { db } from './firestore.ts'
import { readInOrder, readSince, STAFF_PAGE, type TimeCursor, type TimePage } from './in-order.ts'
import { date, parseOrSkip } from './schemas.ts'

/** That somebody has reported a comment, and why; by whom, no reviewer needs to know. */
export type Report = {
  readonly taskId: TaskId
  readonly commentId: string
  readonly reason: ReportReason
  readonly at: Date
}

const reportSchema = v.object({ reason: v.picklist(REPORT_REASONS), at: date })

const reports = collection(db, 'reports')

/** A report's id is that of its task, of its comment and of who has made it. */
function parse(found: QueryDocumentSnapshot): Report | null {
  const [taskId, commentId = ''] = found.id.split('~')
  const fields = parseOrSkip(reportSchema, found.ref.path, found.data())
  return isTaskId(taskId) && fields ? { taskId, commentId, ...fields } : null
}

/** All reports, the oldest first, 500 at a time. Costs a read a report. @param after the `next` of the page before */
export const readReports = (after: TimeCursor | null): Promise<TimePage<Report>> =>
  readInOrder(reports, { by: 'at', direction: 'asc', perPage: STAFF_PAGE }, after, parse)

/** What one comment was reported for. Costs a read a report, and at least one. */
export async function readReportsOf(taskId: TaskId, commentId: string): Promise<readonly Report[]> {
  const first = `${taskId}~${commentId}~`
  // Beyond every letter that an id can have.
  const range = [where(documentId(), '>=', first), where(documentId(), '<', `${first}\uf8ff`)]
  const { docs } = await getDocs(query(reports, ...range, limit(STAFF_PAGE)))
  return docs.map(parse).filter((report) => report !== null)
}

/** What was reported since a moment. Costs a read a report, and at least one. */
export const readReportsSince = (at: Date): Promise<readonly Report[]> => readSince(reports, 'at', at, parse)
