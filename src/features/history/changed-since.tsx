import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { Notice } from '#components/notice.tsx'
import { isChanged } from '#domain/difference.ts'
import { isOpen, type TaskIn, TEXT_NAMES, taskNumber, textsIn } from '#domain/plan.ts'
import { isSubtaskChanged, taskDifference } from '#domain/task-difference.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { revisionTextsQuery } from './queries.ts'
import styles from './timeline.module.css'

type Props = { task: TaskIn /** The revision that was read last. */; seen: number; onRead: () => void }

/** The parts of a task that changed since a revision, each a step away. */
export function ChangedSince({ task, seen, onRead }: Props) {
  const lang = useLang()
  use(pageTextsReady(lang, 'changes'))
  use(pageTextsReady(lang, 'difference'))
  const { t } = useTranslation(['changes', 'difference'])
  const { data: before } = useQuery(revisionTextsQuery(task.id, seen))
  const difference = before && taskDifference(textsIn(lang, before), task, lang)
  const number = taskNumber(task.id)
  const texts = TEXT_NAMES.filter((name) => difference && isChanged(difference[name]))
  const subtasks = task.subtasks.filter(({ id }) =>
    difference?.subtasks.some((one) => one.id === id && isSubtaskChanged(one)),
  )
  return (
    <Notice title={t('changes:news.title')}>
      <p>{t('changes:news.text', { from: seen, to: task.revision })}</p>
      {texts.length + subtasks.length > 0 && (
        <>
          <p>{t('changes:news.parts')}</p>
          <ul className={styles.points}>
            {texts.map((name) => (
              <li key={name}>
                <a href="#text">{t(`difference:name.${name}`)}</a>
              </li>
            ))}
            {subtasks.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isOpen(task) && <p>{t('changes:news.stance')}</p>}
      <p className={styles.facts}>
        <Link to={`/${lang}/tasks/${number}/history#r${task.revision}`}>{t('changes:news.all')}</Link>
        <Button look="quiet" onClick={onRead}>
          {t('changes:news.gotIt')}
        </Button>
      </p>
    </Notice>
  )
}
