import { useQuery } from '@tanstack/react-query'
import { use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '#components/query-state.tsx'
import { planQuery } from '#data/plan-query.ts'
import type { Comment } from '#domain/comment.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { GlossaryPart } from '../inbox/glossary-part.tsx'
import { AnswerWriting } from './answer-writing.tsx'
import styles from './answers.module.css'
import { OthersAnswering } from './others-answering.tsx'
import { answersToQuery } from './queries.ts'
import { SaidComments } from './said-comments.tsx'

type Props = {
  /** One comment, or several that get the same answer. */
  comments: readonly Comment[]
  /** It is finished, or given up. @param answered the ids of the comments that have the answer now */
  onDone: (answered: readonly string[]) => void
}

/** Where the office answers one comment or many at once, in both languages, with what people said in view. */
export function AnswerForm({ comments: chosen, onDone }: Props) {
  const lang = useLang()
  use(pageTextsReady(lang, 'review-answers'))
  use(pageTextsReady(lang, 'answer'))
  // For the glossary.
  use(pageTextsReady(lang, 'review-inbox'))
  const { t } = useTranslation('review-answers')
  const plan = useQuery(planQuery).data ?? []
  // What their authors have changed while the answer was written.
  const [newer, setNewer] = useState<readonly Comment[]>([])
  const comments = chosen.map((comment) => newer.find(({ id }) => id === comment.id) ?? comment)
  const answers = useQuery(answersToQuery(comments.map(({ id }) => id)))
  return (
    <div className={styles.place}>
      <OthersAnswering ids={chosen.map(({ id }) => id)} />
      <div className={styles.answering}>
        <section aria-label={t('said.title', { count: comments.length })} className={styles.said}>
          <h3>{t('said.title', { count: comments.length })}</h3>
          <SaidComments comments={comments} answers={answers.data ?? {}} />
          <GlossaryPart text={comments.map(({ text }) => text).join('\n')} plan={plan} />
        </section>
        <QueryState query={answers} lines={10}>
          {(seen) => <AnswerWriting comments={comments} seen={seen} onNewer={setNewer} onDone={onDone} />}
        </QueryState>
      </div>
    </div>
  )
}
