import { doc, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import * as v from 'valibot'
import { noStickers, phaseOf, placed, type Stickers, sameStickers } from '#domain/ballot.ts'
import type { Participant } from '#domain/participant.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { drawShard } from '#domain/stance.ts'
import { bringAbout } from './bring-about.ts'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import { readParticipant } from './participants.ts'
import type { IsLost } from './remote.ts'
import { count, date, parseOrSkip, role, stickers as stickersSchema } from './schemas.ts'
import { readVoting } from './voting.ts'

const ballotSchema = v.object({ stickers: stickersSchema, role, shard: count, at: date })

type BallotRecord = v.InferOutput<typeof ballotSchema>

/** A ballot as it is stored: the receipt. */
export type Ballot = Pick<BallotRecord, 'stickers' | 'at'>

async function readRecord(uid: string): Promise<BallotRecord | null> {
  const snapshot = await getDoc(doc(db, 'ballots', uid))
  return snapshot.exists() ? parseOrSkip(ballotSchema, `ballots/${uid}`, snapshot.data()) : null
}

/** A person's own ballot, or null. Costs 1 read. */
export async function readBallot(uid: string): Promise<Ballot | null> {
  const record = await readRecord(uid)
  return record && { stickers: record.stickers, at: record.at }
}

/**
 * Casts or changes a ballot, or takes it back if no sticker is placed, together with its tally. Doing it again after a
 * lost answer finds it done.
 * @throws DataError `closed` if no ballots are taken now, `not-joined` if the person is no participant any more
 */
export async function castBallot(me: Participant, stickers: Stickers, isLost?: IsLost): Promise<void> {
  const ballot = doc(db, 'ballots', me.uid)
  const isTakenBack = placed(stickers) === 0
  await bringAbout({
    isLost,
    read: () => readRecord(me.uid),
    isDone: (stored) => sameStickers(stored?.stickers ?? noStickers(), stickers),
    write(batch, stored) {
      const was = stored?.stickers ?? noStickers()
      const shard = stored?.shard ?? drawShard()
      const steps = {
        voters: increment(Number(!isTakenBack) - Number(stored !== null)),
        ...Object.fromEntries(TASK_IDS.map((id) => [id, increment(stickers[id] - was[id])])),
      }
      if (isTakenBack) batch.delete(ballot)
      else batch.set(ballot, { stickers, role: me.role, shard, at: serverTimestamp() })
      batch.set(doc(db, 'ballotTallies', `${me.role}-${shard}`), { role: me.role, ...steps }, { merge: true })
    },
    why: (failure) => whyRefused(me.uid, failure),
  })
}

async function whyRefused(uid: string, failure: DataError): Promise<DataError> {
  const [voting, participant] = await Promise.all([readVoting(), readParticipant(uid)])
  if (!participant) return new DataError('not-joined', failure)
  // By this device's clock, which may be wrong: then it stays a refusal without a reason.
  return phaseOf(voting, new Date()) === 'open' ? failure : new DataError('closed', failure)
}
