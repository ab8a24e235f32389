import { type ReactNode, useId, useRef, useState } from 'react'
import { Icon } from '#components/icon.tsx'
import { OfficialAnswer } from '#components/official-answer.tsx'
import { onDemand } from '#components/on-demand.tsx'
import type { Comment } from '#domain/comment.ts'
import type { DeedKind } from '#domain/deed.ts'
import type { OfficialAnswer as Answer } from '#domain/official-answer.ts'
import type { Search } from '#domain/search.ts'
import { useFixedT } from '#i18n/use-fixed-t.ts'
import styles from './comment-item.module.css'
import { CommentItem } from './comment-item.tsx'
import { type Act, CommentMenu } from './comment-menu.tsx'
import { CommentWords } from './comment-words.tsx'
import { DeedStateLine } from './deed-state.tsx'
import { GroupCounts } from './group-counts.tsx'
import type { Said } from './overlay.ts'
import { canReact, ReactionCounts, Reactions } from './reactions.tsx'
import { hasReported } from './reported.ts'
import { ReturnedEdit } from './returned-edit.tsx'
import type { Talk } from './talk.ts'

// Few come to these, and each of them has a reason to wait a moment.
const EditForm = onDemand(async () => (await import('./edit-form.tsx')).EditForm)
const WithdrawDialog = onDemand(async () => (await import('./withdraw-dialog.tsx')).WithdrawDialog)
const ReportDialog = onDemand(async () => (await import('./report-dialog.tsx')).ReportDialog)

type Props = {
  /** As it was read, and as it is with what has not arrived yet. */
  read: Comment
  said: Said
  talk: Talk
  answer: Answer | undefined
  search?: Search | null
  /** What else can be done with it, after reacting. */
  actions?: ReactNode
}

/** A comment with all that can be done with it: reacting, changing or withdrawing one's own, reporting, handing it on. */
export function SaidItem({ read, said, talk, answer, search = null, actions }: Props) {
  const t = useFixedT('comments')
  const { comment, entries } = said
  const [act, setAct] = useState<Act | null>(null)
  // Each time it is pressed for anew. It stays until then: a dialog that is closed gives the focus back.
  const [pressed, setPressed] = useState<{ readonly act: Act; readonly time: number }>()
  const [groupsOpen, setGroupsOpen] = useState(false)
  const groupsId = useId()
  const article = useRef<HTMLElement>(null)

  const uid = talk.me?.participant?.uid
  const mine = comment.authorId === talk.me?.user?.uid
  const visible = comment.status === 'visible'
  const change = entries.map(({ deed }) => deed).find((deed) => deed.kind === 'edit')
  const reported =
    hasReported(uid, comment.id) || entries.some(({ deed, refused }) => deed.kind === 'report' && !refused)
  const waiting = entries.find(({ deed, refused }) => !refused && WAITS_HERE.some((kind) => kind === deed.kind))
  const begin = (next: Act) => {
    setAct(next)
    setPressed({ act: next, time: (pressed?.time ?? 0) + 1 })
  }
  const close = () => setAct(null)
  // What had the focus goes away: the button of a form, or all that can be done with what is withdrawn.
  const backToComment = () => void setTimeout(() => article.current?.focus())

  const words = act === 'edit' && uid !== undefined && visible && (
    <EditForm
      read={read}
      begin={{ text: change?.text ?? comment.text, lang: change?.lang ?? comment.lang }}
      waits={waiting?.deed.kind === 'edit' ? waiting.deed : undefined}
      uid={uid}
      onClose={() => {
        close()
        backToComment()
      }}
      meanwhile={<CommentWords comment={comment} sending={false} search={search} />}
    />
  )
  return (
    <CommentItem
      ref={article}
      comment={comment}
      edits={read.edits}
      task={talk.task}
      mine={mine}
      withdrawing={waiting?.deed.kind === 'withdraw'}
      reported={reported}
      search={search}
      words={words || undefined}
      actions={
        <>
          {canReact(said, talk) ? <Reactions said={said} talk={talk} /> : visible && <ReactionCounts said={said} />}
          {visible && comment.agreeTotal + comment.disagreeTotal > 0 && (
            <button
              type="button"
              className={styles.small}
              aria-expanded={groupsOpen}
              aria-controls={groupsOpen ? groupsId : undefined}
              onClick={() => setGroupsOpen(!groupsOpen)}
            >
              <span className="visually-hidden">{t('reaction.byGroup')}</span>
              <Icon name="chevron" />
            </button>
          )}
          {actions}
          {visible && (
            <div className={styles.menu}>
              <CommentMenu comment={comment} talk={talk} reported={reported} onAct={begin} />
            </div>
          )}
          {groupsOpen && (
            <div id={groupsId} className={styles.groups}>
              <GroupCounts comment={comment} />
            </div>
          )}
        </>
      }
    >
      {answer && visible && <OfficialAnswer answer={answer} edits={comment.edits} cited={talk.task.cited} />}
      {waiting && <DeedStateLine entry={waiting} me={talk.me} read={read} onTakenBack={backToComment} />}
      {mine && (
        <ReturnedEdit
          entry={act === 'edit' ? undefined : entries.find(({ deed, refused }) => refused && deed.kind === 'edit')}
          onOpen={visible ? () => begin('edit') : null}
          onThrowAway={backToComment}
        />
      )}
      {pressed?.act === 'withdraw' && uid !== undefined && (
        <WithdrawDialog
          key={pressed.time}
          open={act === 'withdraw'}
          comment={comment}
          uid={uid}
          onClose={close}
          onWithdrawn={backToComment}
        />
      )}
      {pressed?.act === 'report' && (
        <ReportDialog key={pressed.time} open={act === 'report'} comment={comment} talk={talk} onClose={close} />
      )}
    </CommentItem>
  )
}

// How a reaction fares is not worth a line of its own.
const WAITS_HERE: readonly DeedKind[] = ['edit', 'withdraw', 'report']
