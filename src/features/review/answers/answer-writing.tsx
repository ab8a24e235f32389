import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Choice } from '#components/choice.tsx'
import { Disclosure } from '#components/disclosure.tsx'
import { OfficialAnswer } from '#components/official-answer.tsx'
import { showToast } from '#components/toasts.ts'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { type AnswerForm, aboutOf, answerDraft } from '#data/drafts.ts'
import { ownOffice } from '#data/own-office.ts'
import type { OfficialAnswers } from '#data/responses.ts'
import type { Comment } from '#domain/comment.ts'
import { ANSWER_STATUSES, isAnswerStatus } from '#domain/official-answer.ts'
import card from '../comment-card.module.css'
import { type AnswerProblems, checkAnswer, startOf } from './answer-check.ts'
import { AnswerFields } from './answer-fields.tsx'
import styles from './answers.module.css'
import { answerMutation } from './mutations.ts'
import { type Outcome, SendingState } from './sending-state.tsx'

type Props = {
  comments: readonly Comment[]
  /** The answers that they have already. */
  seen: OfficialAnswers
  /** Some say something else by now. */
  onNewer: (comments: readonly Comment[]) => void
  onDone: (answered: readonly string[]) => void
}

const NOTHING: Outcome = { done: [], failed: [], changed: false }

/** The form itself. What is typed stays on the device until every comment has its answer. */
export function AnswerWriting({ comments, seen, onNewer, onDone }: Props) {
  const { t } = useTranslation(['review-answers', 'answer'])
  const draft = answerDraft(aboutOf(comments.map(({ id }) => id)))
  const [only] = comments.length === 1 ? comments : []
  const [form, setForm] = useState<AnswerForm>(
    () => draft.load() ?? startOf(only ? (seen[only.id] ?? null) : null, ownOffice.load()),
  )
  const [problems, setProblems] = useState<AnswerProblems>({})
  const [outcome, setOutcome] = useState(NOTHING)
  const [progress, setProgress] = useState(0)
  const { form: element, point } = useFirstProblem()
  const state = useRef<HTMLDivElement>(null)
  const sending = useMutation(answerMutation(useQueryClient(), setProgress))
  const rest = comments.filter(({ id }) => !outcome.done.includes(id))
  const replaced = rest.filter(({ id }) => seen[id]).length

  const change = (part: Partial<AnswerForm>) => {
    const next = { ...form, ...part }
    setForm(next)
    draft.save(next)
    // What was pointed out goes when it is put right; nothing new is pointed out before the next try.
    const now = checkAnswer(next)
    const open = 'problems' in now ? now.problems : {}
    setProblems((shown) => Object.fromEntries(Object.entries(open).filter(([field]) => field in shown)))
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    const checked = checkAnswer(form)
    if ('problems' in checked) {
      setProblems(checked.problems)
      point()
      return
    }
    setProblems({})
    setProgress(0)
    state.current?.focus()
    sending.mutate(
      { comments: rest, answer: checked.answer, seen },
      {
        onSuccess: (result) => {
          if (result === 'changed') return setOutcome({ ...outcome, failed: [], changed: true })
          const done = [...outcome.done, ...result.done]
          setOutcome({ done, failed: result.failed, changed: false })
          onNewer(result.newer)
          if (result.done.length > 0) ownOffice.save(checked.answer.office)
          if (result.failed.length > 0) return
          draft.clear()
          showToast({ text: t('review-answers:sent', { count: done.length }) })
          onDone(done)
        },
      },
    )
  }
  const giveUp = () => onDone(outcome.done)

  return (
    <form ref={element} onSubmit={send} noValidate className={styles.form}>
      <Choice
        legend={t('review-answers:form.status')}
        name="answer-status"
        layout="row"
        value={isAnswerStatus(form.status) ? form.status : null}
        options={ANSWER_STATUSES.map((status) => ({ value: status, label: t(`answer:status.${status}`) }))}
        onChange={(status) => change({ status })}
        error={problems.status && t('review-answers:problem.status.missing')}
      />
      <AnswerFields form={form} problems={problems} change={change} />
      <Preview form={form} />
      {replaced > 0 && <p className={card.note}>{t('review-answers:form.replaces', { count: replaced })}</p>}
      <div ref={state} tabIndex={-1} className={styles.state}>
        <SendingState
          comments={comments}
          outcome={outcome}
          error={sending.error}
          progress={sending.isPending ? { done: progress, all: rest.length } : null}
        />
      </div>
      <div className={styles.actions}>
        <Button look="primary" type="submit" aria-disabled={sending.isPending}>
          {t('review-answers:form.send', { count: rest.length })}
        </Button>
        <Button aria-disabled={sending.isPending} onClick={() => sending.isPending || giveUp()}>
          {t(outcome.done.length > 0 ? 'review-answers:form.leaveRest' : 'review-answers:form.giveUp')}
        </Button>
      </div>
    </form>
  )
}

/** The answer as people will see it. */
function Preview({ form }: { form: AnswerForm }) {
  const { t } = useTranslation('review-answers')
  const { status, messageKo, messageEn, officeKo, officeEn } = form
  const [at] = useState(() => new Date())
  if (!isAnswerStatus(status) || (messageKo.trim() === '' && messageEn.trim() === '')) return null
  return (
    <Disclosure summary={t('form.preview')}>
      <OfficialAnswer
        answer={{
          commentId: '',
          taskId: 't1',
          edits: 0,
          status,
          message: { ko: messageKo, en: messageEn },
          office: { ko: officeKo, en: officeEn },
          at,
          firstAt: null,
        }}
      />
    </Disclosure>
  )
}
