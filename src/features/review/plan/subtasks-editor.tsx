import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { MAX_SUBTASKS, type Subtask } from '#domain/plan.ts'
import { type Gap, type PlanDraft, withMoved, withoutSubtask, withSubtask } from '#domain/plan-draft.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './plan.module.css'
import { TextPair } from './text-pair.tsx'

type Props = {
  draft: PlanDraft
  gaps: readonly Gap[]
  onChange: (draft: PlanDraft) => void
}

/** The subtasks of a draft: changed, added, moved, removed. */
export function SubtasksEditor({ draft, gaps, onChange }: Props) {
  const { t } = useTranslation('review-plan')
  const lang = useLang()
  const heading = useRef<HTMLHeadingElement>(null)
  const put = (id: string, change: Partial<Subtask>) =>
    onChange({ ...draft, subtasks: draft.subtasks.map((one) => (one.id === id ? { ...one, ...change } : one)) })
  return (
    <section aria-labelledby="subtasks-editor" className={styles.section}>
      <h2 id="subtasks-editor" ref={heading} tabIndex={-1}>
        {t('subtasks.title')}
      </h2>
      <ol className={styles.subtasks}>
        {draft.subtasks.map(({ id, title, text }, place) => {
          const named = { name: title[lang] || t('subtasks.unnamed'), number: place + 1 }
          return (
            <li key={id} className={styles.subtask}>
              <div className={styles.subtaskHead}>
                <h3>{t('subtasks.number', named)}</h3>
                <div className={styles.actions}>
                  {([-1, 1] as const).map((step) => {
                    const way = step < 0 ? 'up' : 'down'
                    const isEnd = !draft.subtasks[place + step]
                    return (
                      <Button
                        key={step}
                        look="quiet"
                        aria-label={t(`subtasks.${way}Of`, named)}
                        aria-disabled={isEnd}
                        onClick={() => onChange(withMoved(draft, id, step))}
                      >
                        {t(`subtasks.${way}`)}
                      </Button>
                    )
                  })}
                  <Button
                    look="quiet"
                    aria-label={t('subtasks.removeOf', named)}
                    onClick={() => {
                      onChange(withoutSubtask(draft, id))
                      heading.current?.focus()
                    }}
                  >
                    {t('subtasks.remove')}
                  </Button>
                </div>
              </div>
              <TextPair
                place={{ name: 'subtaskTitle', subtask: id }}
                number={place + 1}
                texts={title}
                gaps={gaps}
                onChange={(texts) => put(id, { title: texts })}
              />
              <TextPair
                place={{ name: 'subtaskText', subtask: id }}
                number={place + 1}
                texts={text}
                gaps={gaps}
                onChange={(texts) => put(id, { text: texts })}
              />
            </li>
          )
        })}
      </ol>
      {draft.subtasks.length < MAX_SUBTASKS ? (
        <div>
          <Button onClick={() => onChange(withSubtask(draft))}>{t('subtasks.add')}</Button>
        </div>
      ) : (
        <p className={styles.note}>{t('subtasks.most', { most: MAX_SUBTASKS })}</p>
      )}
    </section>
  )
}
