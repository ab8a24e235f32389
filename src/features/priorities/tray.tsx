import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { STICKERS } from '#domain/ballot.ts'
import { Slot, Sticker } from './sticker.tsx'
import styles from './tray.module.css'
import type { useStickerDrag } from './use-sticker-drag.ts'

type Props = {
  left: number
  disabled: boolean
  handle: ReturnType<typeof useStickerDrag>['handle']
  isLifted: boolean
  isOver: boolean
  /** What happened last, to be read out. */
  said: string
  /** What to do when all are placed. */
  children: ReactNode
}

/** The stickers that are left: always in sight at the foot of the window. */
export function Tray({ left, disabled, handle, isLifted, isOver, said, children }: Props) {
  const { t } = useTranslation('priorities')
  return (
    <section aria-label={t('tray')} tabIndex={-1} className={styles.tray} data-spot="tray" data-over={isOver}>
      <div className={styles.hand}>
        <p className={styles.left}>{left === 0 ? t('leftNone') : t('left', { count: left })}</p>
        <p className={styles.stickers} aria-hidden="true">
          {Array.from({ length: STICKERS }, (_, place) =>
            place < left ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: stickers are all alike
              <Sticker key={place} ghostly={isLifted && place === left - 1} {...(disabled ? {} : handle(null))} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: so are places
              <Slot key={place} />
            ),
          )}
        </p>
      </div>
      <div className={styles.act}>{children}</div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </section>
  )
}
