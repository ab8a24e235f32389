import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Disclosure } from '#components/disclosure.tsx'
import { STICKERS } from '#domain/ballot.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Slot, Sticker } from './sticker.tsx'
import styles from './task-card.module.css'
import type { useStickerDrag } from './use-sticker-drag.ts'

type Props = {
  task: TaskOverview
  count: number
  left: number
  disabled: boolean
  /** `by` is 1 or −1. */
  onStep: (by: number) => void
  handle: ReturnType<typeof useStickerDrag>['handle']
  isLifted: boolean
  isOver: boolean
  /** The task in easy words; drawn when somebody asks for it. */
  easyWords: ReactNode
}

/** A task to put stickers on: by its two buttons, or by dragging. */
export function TaskCard({ task, count, left, disabled, onStep, handle, isLifted, isOver, easyWords }: Props) {
  const { t } = useTranslation('priorities')
  const lang = useLang()
  const id = useId()
  const title = task.title[lang]
  return (
    <li className={styles.card} data-spot={task.id} data-over={isOver} data-full={count > 0}>
      <h3 id={id} className={styles.title}>
        <span className={styles.number}>{t('task', { number: taskNumber(task.id) })}</span> {title}
      </h3>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons and what they have done are no set of fields */}
      <div role="group" aria-labelledby={id} className={styles.row}>
        <button
          type="button"
          className={styles.step}
          aria-disabled={disabled || count === 0}
          onClick={() => !disabled && onStep(-1)}
        >
          <span className="visually-hidden">{t('remove', { title })}</span>
          <span aria-hidden="true">−</span>
        </button>
        <p className={styles.stickers}>
          <span className="visually-hidden">{t('onTask', { count })}</span>
          {Array.from({ length: STICKERS }, (_, place) =>
            place < count ? (
              <Sticker
                // biome-ignore lint/suspicious/noArrayIndexKey: stickers are all alike
                key={place}
                ghostly={isLifted && place === count - 1}
                {...(disabled ? {} : handle(task.id))}
              />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: so are places
              <Slot key={place} />
            ),
          )}
        </p>
        <button
          type="button"
          className={styles.step}
          aria-disabled={disabled || left === 0}
          onClick={() => !disabled && onStep(1)}
        >
          <span className="visually-hidden">{t('add', { title })}</span>
          <span aria-hidden="true">+</span>
        </button>
      </div>
      <Disclosure summary={t('easy')}>
        {easyWords}
        <p>
          <Link to={`/${lang}/tasks/${taskNumber(task.id)}`}>{t('read', { number: taskNumber(task.id) })}</Link>
        </p>
      </Disclosure>
    </li>
  )
}
