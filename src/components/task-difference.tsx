import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isChanged } from '#domain/difference.ts'
import type { Lang } from '#domain/language.ts'
import { type TaskTexts, TEXT_NAMES, textsIn } from '#domain/plan.ts'
import {
  isSubtaskChanged,
  isTaskChanged,
  type SubtaskDifference,
  type TaskDifference,
  taskDifference,
} from '#domain/task-difference.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './difference.module.css'
import { DifferenceParagraphs, DifferenceText, type Side } from './difference-text.tsx'
import { Switcher } from './switcher.tsx'
import { Tag } from './tag.tsx'

type Props = {
  before: TaskTexts
  after: TaskTexts
  /** Which of the two texts: that of the page, unless it is said. */
  lang?: Lang
}

/** What changed in a task, in one text or side by side. Whoever shows it loads its texts (`difference`). */
export function TaskDifferenceView({ before, after, lang: wanted }: Props) {
  const { t } = useTranslation('difference')
  const own = useLang()
  const lang = wanted ?? own
  const [way, setWay] = useState<'both' | 'columns'>('both')
  const difference = taskDifference(textsIn(lang, before), textsIn(lang, after), lang)
  if (!isTaskChanged(difference)) return <p>{t('none')}</p>
  return (
    <div className={styles.view}>
      <div className={styles.key}>
        <Switcher
          label={t('way.label')}
          value={way}
          onChange={setWay}
          options={[
            { value: 'both', label: t('way.both') },
            { value: 'columns', label: t('way.columns') },
          ]}
        />
        <span aria-hidden="true">
          <del className={styles.removed}>{t('removed.name')}</del>{' '}
          <ins className={styles.added}>{t('added.name')}</ins>
        </span>
      </div>
      {way === 'both' ? (
        <Changes difference={difference} side="both" lang={lang} />
      ) : (
        <div className={styles.columns}>
          {(['before', 'after'] as const).map((side) => (
            <div key={side} className={styles.column}>
              <p className={styles.columnName}>{t(`way.${side}`)}</p>
              <Changes difference={difference} side={side} lang={lang} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

function Changes({ difference, side, lang }: { difference: TaskDifference; side: Side; lang: Lang }) {
  const { t } = useTranslation('difference')
  const changed = TEXT_NAMES.filter((name) => isChanged(difference[name]))
  return (
    <>
      {changed.map((name) => (
        <div key={name} className={styles.part}>
          <p className={styles.name}>{t(`name.${name}`)}</p>
          <DifferenceParagraphs difference={difference[name]} side={side} lang={lang} />
        </div>
      ))}
      {difference.subtasks
        .filter((subtask) => isSubtaskChanged(subtask) && isOnSide(subtask, side))
        .map((subtask) => (
          <SubtaskChange key={`${subtask.id} ${subtask.kind}`} subtask={subtask} side={side} lang={lang} />
        ))}
    </>
  )
}

/** In one text, a subtask that was moved stands where it is now. */
const isOnSide = ({ kind }: SubtaskDifference, side: Side): boolean =>
  ({
    both: kind !== 'gone',
    before: kind !== 'added' && kind !== 'come',
    after: kind !== 'removed' && kind !== 'gone',
  })[side]

type SubtaskProps = { subtask: SubtaskDifference; side: Side; lang: Lang }

function SubtaskChange({ subtask: { kind, title, text }, side, lang }: SubtaskProps) {
  const { t } = useTranslation('difference')
  return (
    <div className={styles.part}>
      <p className={styles.name}>
        {t('name.subtask')}
        {kind !== 'kept' && <Tag>{t(`subtask.${kind}`)}</Tag>}
      </p>
      <p className={styles.title} lang={lang}>
        <DifferenceText difference={title} side={side} />
      </p>
      <DifferenceParagraphs difference={text} side={side} lang={lang} />
    </div>
  )
}
