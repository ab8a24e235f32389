import type { UseMutationResult } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import type { DataError } from '#data/errors.ts'
import type { Me } from '#data/me.ts'
import {
  type Comment,
  commentFromDraft,
  MAX_COMMENT_LENGTH,
  type TextProblem,
  textProblem,
  tidyText,
} from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import type { Task } from '#domain/plan.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './comment-form.module.css'
import { useCommentDraft } from './use-comment-draft.ts'

type Props = {
  task: Task
  me: Me | undefined
  joinLink: string
  add: UseMutationResult<void, DataError, Comment, unknown>
}

// The count is shown from here on: before, it only distracts.
const SHOW_COUNT_BELOW = 300

/** Where a comment is written. Whatever goes wrong, the text stays in the box and on this device. */
export function CommentForm({ task, me, joinLink, add }: Props) {
  const { t } = useTranslation(['comments', 'errors', 'common'])
  const lang = useLang()
  const { draft, restored, isKept, change, finish, renew } = useCommentDraft(task.id)
  const [problem, setProblem] = useState<TextProblem | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const participant = me?.participant ?? null

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!participant || add.isPending) return
    const text = tidyText(draft.text)
    const found = textProblem(text)
    setProblem(found)
    if (found) {
      box.current?.focus()
      return
    }
    add.mutate(commentFromDraft(participant, task, { ...draft, text }), {
      onSuccess: finish,
      onError: (error) => error.kind === 'arrived' && renew(),
    })
  }

  const type = (text: string) => {
    if (problem) setProblem(textProblem(tidyText(text)))
    if (!add.isIdle && !add.isPending) add.reset()
    change({ text })
  }

  return (
    <form onSubmit={send} className={styles.form} noValidate data-screen-only>
      <h3>{t('comments:form.title')}</h3>
      {restored && !add.isPending && <p className={styles.note}>{t('comments:form.kept')}</p>}
      <Live>{!isKept && <Notice tone="warning">{t('comments:form.notKept')}</Notice>}</Live>
      <Field label={t('comments:form.subtask')}>
        {(control) => (
          <select
            {...control}
            value={draft.subtaskId ?? ''}
            disabled={add.isPending}
            onChange={(event) => change({ subtaskId: event.target.value || null })}
          >
            <option value="">{t('comments:form.whole')}</option>
            {task.subtasks.map((subtask) => (
              <option key={subtask.id} value={subtask.id}>
                {subtask.title[lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('comments:form.label')}
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
            readOnly={add.isPending}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <Count length={tidyText(draft.text).length} />
      <Live urgency="alert">
        {add.error && (
          <Notice tone="danger">
            <p>{t(`errors:${add.error.kind}`)}</p>
            {add.error.kind === 'not-joined' && <ButtonLink to={joinLink}>{t('comments:form.join')}</ButtonLink>}
            {add.error.kind === 'signed-out' && (
              <ButtonLink to={`${joinLink}&again=`}>{t('comments:form.signInAgain')}</ButtonLink>
            )}
          </Notice>
        )}
      </Live>
      {participant ? (
        <div className={styles.foot}>
          <Button look="primary" type="submit" aria-disabled={add.isPending}>
            {add.isPending ? t('comments:form.sending') : t('comments:form.send')}
          </Button>
          <p className={styles.note}>
            {t('comments:form.as', {
              name: nickname(participant.uid)[lang],
              group: t(`common:roles.${participant.role}`),
            })}
          </p>
        </div>
      ) : me?.staff ? (
        <p className={styles.note}>{t('comments:form.staff')}</p>
      ) : (
        <div className={styles.foot}>
          <ButtonLink look="primary" to={joinLink}>
            {t('comments:form.join')}
          </ButtonLink>
          <p className={styles.note}>{t('comments:form.joinFirst')}</p>
        </div>
      )}
      <Live>{add.isSuccess && <Notice tone="success">{t('comments:form.sent')}</Notice>}</Live>
    </form>
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
