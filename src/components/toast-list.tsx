import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import { Mixed } from './mixed.tsx'
import styles from './toast-list.module.css'
import { dismissToast, type Toast } from './toasts.ts'

const SHOWN_FOR_MS = 8000

/** The toasts shown now. */
export function ToastList({ toasts }: { toasts: readonly Toast[] }) {
  const cameFrom = useRef<HTMLElement | null>(null)
  const remember = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget
  }
  const dismiss = (id: number) => {
    // The button that has the focus goes with its toast.
    cameFrom.current?.focus()
    dismissToast(id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes where the focus comes from
    <div className={styles.list} onFocus={remember}>
      {toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
      ))}
    </div>
  )
}

/** Goes by itself after a while, unless there is something to do about it or somebody is at it. */
function ToastItem({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const { t } = useTranslation('common')
  const [held, setHeld] = useState(false)
  const { id, text, action } = toast
  const stays = held || action !== undefined
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(dismissToast, SHOWN_FOR_MS, id)
    return () => clearTimeout(timer)
  }, [id, stays])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; it only waits for whoever is reading
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>
        <Mixed text={text} />
      </p>
      {action && (
        <button
          type="button"
          onClick={() => {
            action.run()
            onDismiss()
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" onClick={onDismiss}>
        <span className="visually-hidden">{t('close')}</span>
        <Icon name="close" />
      </button>
    </div>
  )
}
