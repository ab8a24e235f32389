import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './dialog.module.css'
import { Icon } from './icon.tsx'

type Props = {
  open: boolean
  /** Told however it closes: Escape, its cross, a press outside, `open` turned off. */
  onClose: () => void
  title: ReactNode
  /** A press outside closes it. Not where somebody may have typed something. */
  lightDismiss?: boolean
  /** Nothing closes it: what somebody asked for is being done and cannot be stopped. For no longer than an answer takes. */
  held?: boolean
  children: ReactNode
}

/**
 * A native modal dialog: the rest of the page rests meanwhile, Escape closes it, and the focus goes back to where it
 * was. Its content is drawn while it is open only.
 */
export function Dialog({ open, onClose, title, lightDismiss = false, held = false, children }: Props) {
  const { t } = useTranslation('common')
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    element.showModal()
    return () => element.close()
  }, [open])

  const close = () => !held && dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      // Escape: by itself the second press in a row closes a dialog whatever is answered to the first.
      closedby={held ? 'none' : undefined}
      onCancel={(event) => held && event.target === dialog.current && event.preventDefault()}
      onClose={onClose}
      // What is pressed outside of it is its backdrop, which counts as the dialog itself; its content covers the rest.
      onPointerDown={(event) => lightDismiss && event.target === dialog.current && close()}
    >
      {open && (
        <div className={styles.content}>
          <div className={styles.head}>
            <h2 id={id}>{title}</h2>
            <button type="button" className={styles.close} aria-disabled={held} onClick={close}>
              <span className="visually-hidden">{t('close')}</span>
              <Icon name="close" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
