import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { useWarningBeforeLoss } from '#components/use-warning-before-loss.ts'
import type { Me } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import { isRefusal } from '#data/refusals.ts'
import {
  type Comment,
  commentFromDraft,
  MAX_COMMENT_LENGTH,
  newCommentId,
  type TextProblem,
  textProblem,
  tidyText,
} from '#domain/comment.ts'
import { detectLang } from '#domain/language.ts'
import type { TaskIn } from '#domain/plan.ts'
import { givesPause } from '#domain/second-thought.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { BeforeSending } from './before-sending.tsx'
import styles from './comment-form.module.css'
import { CommentFormFoot } from './comment-form-foot.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { ReturnedComments } from './returned-comments.tsx'
import { useCommentDraft } from './use-comment-draft.ts'
import { type CommentEntry, outboxedTo, useOutboxComments } from './use-outbox-comments.ts'

type Props = {
  task: TaskIn
  me: Me | undefined
  /** The comment that is answered. */
  parent?: Comment | null
  /** What was written is in the outbox. */
  onSent?: () => void
}

// The count is shown from here on: before, it only distracts.
const SHOW_COUNT_BELOW = 300

/** Where a comment or a reply is written. Until the outbox holds it, it stays in the box and on this device. */
export function CommentForm({ task, me, parent = null, onSent }: Props) {
  const parentId = parent?.id ?? null
  const { t } = useTranslation(['comments', 'outbox', 'common'])
  const lang = useLang()
  const { draft, restored, isKept, change, finish } = useCommentDraft(task.id, parentId, me?.participant?.uid)
  const { returned } = outboxedTo(parentId, useOutboxComments(task.id, me))
  const [problem, setProblem] = useState<TextProblem | null>(null)
  const [looking, setLooking] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  useWarningBeforeLoss(!isKept && draft.text !== '')
  const participant = me?.participant ?? null
  const asStored = tidyText(draft.text)
  const kind = parentId === null ? 'form' : 'reply'

  const takeBack = ({ id, at, reason, deed: { comment } }: CommentEntry) => {
    // First: where the device is full, this makes the room for the draft.
    outbox.drop({ id, at })
    const { text } = draft
    // Below what is being written, which stays what it is.
    if (text !== '') change({ text: `${text}\n\n${comment.text}` })
    else {
      change({
        // An earlier version has arrived under its id.
        id: reason === 'arrived' ? newCommentId(task.id) : comment.id,
        text: comment.text,
        subtaskId: comment.subtaskId,
        lang: comment.lang === detectLang(comment.text, lang) ? undefined : comment.lang,
        returned: isRefusal(reason) ? reason : null,
      })
    }
  }

  // What comes back goes into the form by itself if that is not in use; not where sending it again would be in vain.
  const comingBack = returned.find(({ reason }) => reason !== 'closed')
  const isFree = draft.text === ''
  const takeBackFirst = useEffectEvent(() => {
    if (!comingBack) return
    takeBack(comingBack)
    // Whoever took it back wants to go on with it; whom it comes back to may be somewhere else now.
    if (comingBack.reason === null) box.current?.focus()
  })
  const firstId = comingBack?.id
  useEffect(() => {
    if (firstId !== undefined && isFree) takeBackFirst()
  }, [firstId, isFree])

  const deliver = (typed: string, looked = false) => {
    if (!participant) return
    const text = tidyText(typed)
    const found = textProblem(text)
    setProblem(found)
    setLooking(!found && !looked && givesPause(text))
    if (found) return box.current?.focus()
    if (!looked && givesPause(text)) return
    // Words that another tab has sent under this id are to stay what they are.
    const isTaken = outbox
      .look()
      .some(({ deed }) => deed.kind === 'comment' && deed.comment.id === draft.id && deed.comment.text !== text)
    const id = isTaken ? newCommentId(task.id) : draft.id
    const comment = commentFromDraft(participant, task, { ...draft, id, text }, parent)
    finish(outbox.put(participant.uid, { kind: 'comment', comment }).kept, { id, text })
    onSent?.()
    // What was pressed is gone. A form that goes, too, has no place for the focus.
    if (looked && !onSent) box.current?.focus()
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    deliver(draft.text)
  }
  const goOnWriting = () => {
    setLooking(false)
    box.current?.focus()
  }

  const type = (text: string) => {
    if (problem) setProblem(textProblem(tidyText(text)))
    change(text === '' ? { text, returned: null } : { text })
  }

  return (
    <form onSubmit={send} className={styles.form} noValidate data-screen-only>
      <h3>{t(`comments:${kind}.title`)}</h3>
      {restored && <p className={styles.note}>{t('comments:form.kept')}</p>}
      <Live>{!isKept && <Notice tone="warning">{t('comments:form.notKept')}</Notice>}</Live>
      <ReturnedComments
        entries={isFree ? returned.filter((one) => one !== comingBack) : returned}
        onTakeBack={(entry) => {
          takeBack(entry)
          box.current?.focus()
        }}
      />
      <Live urgency="alert">
        {draft.returned && (
          <Notice tone="danger" title={t('outbox:returned.title')}>
            <p>{t(`outbox:refused.${draft.returned}`)}</p>
          </Notice>
        )}
      </Live>
      {parentId === null && (
        <Subtask task={task} value={draft.subtaskId} onChange={(subtaskId) => change({ subtaskId })} />
      )}
      <Field
        label={t(`comments:${kind}.label`)}
        hint={t('comments:form.hint')}
        error={problem ? t(`comments:problem.${problem}`) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            ref={box}
            dir="auto"
            rows={5}
            value={draft.text}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <Count length={asStored.length} />
      {draft.text !== '' && (
        <LanguageChoice
          detected={detectLang(asStored, participant?.lang ?? lang)}
          value={draft.lang}
          onChange={(chosen) => change({ lang: chosen })}
        />
      )}
      {looking ? (
        <BeforeSending typed={draft.text} onChange={type} onSend={(text) => deliver(text, true)} onBack={goOnWriting} />
      ) : (
        <CommentFormFoot me={me} isKept={isKept} send={t(`comments:${kind}.send`)} />
      )}
    </form>
  )
}

type SubtaskProps = { task: TaskIn; value: string | null; onChange: (subtaskId: string | null) => void }

function Subtask({ task, value, onChange }: SubtaskProps) {
  const { t } = useTranslation('comments')
  return (
    <Field label={t('form.subtask')}>
      {(control) => (
        <select {...control} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{t('form.whole')}</option>
          {task.subtasks.map((subtask) => (
            <option key={subtask.id} value={subtask.id}>
              {subtask.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Count({ length }: { length: number }) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const left = MAX_COMMENT_LENGTH - length
  if (left >= SHOW_COUNT_BELOW) return null
  const count = Math.abs(left)
  const value = formatNumber(count, lang)
  return (
    <p className={left < 0 ? styles.over : styles.note}>
      {left < 0 ? t('form.over', { count, value }) : t('form.left', { count, value })}
    </p>
  )
}
