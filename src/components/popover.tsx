import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import styles from './popover.module.css'

type Props = {
  /** What stands in the button. */
  button: ReactNode
  /** Drawn when it is open only; what is done in it may close it, with the focus back on the button. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/**
 * A button with a small panel that hangs from it. The panel closes on Escape, with the focus back on the button, on a
 * press outside of it, and when the focus goes elsewhere.
 */
export function Popover({ button, children }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const id = useId()

  const close = () => {
    trigger.current?.focus()
    setOpen(false)
  }

  useEffect(() => {
    if (!open) return
    const isOutside = (target: EventTarget | null) => target instanceof Node && !root.current?.contains(target)
    const onAway = ({ target }: Event) => isOutside(target) && setOpen(false)
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpen(false)
      trigger.current?.focus()
    }
    // At the document: in Safari a click does not focus a button, so that no key would be heard here.
    document.addEventListener('pointerdown', onAway)
    document.addEventListener('focusin', onAway)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onAway)
      document.removeEventListener('focusin', onAway)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])

  return (
    <div ref={root} className={styles.popover}>
      <button
        ref={trigger}
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div id={id} className={styles.panel}>
          {typeof children === 'function' ? children(close) : children}
        </div>
      )}
    </div>
  )
}
