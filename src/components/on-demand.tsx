import {
  type ComponentType,
  createElement,
  type FunctionComponent,
  lazy,
  type ReactNode,
  Suspense,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import styles from './on-demand.module.css'

type Closable = {
  onClose: () => void
  /** Of a dialog, which stays drawn when it is closed. */
  open?: boolean
}

type Asked = {
  /** Stands in its place as long as it has not come. */
  meanwhile: ReactNode
  again: () => void
  isAsking: boolean
}

/**
 * A part of a page, in a file of its own, that somebody presses for: it is missed, unlike what comes by itself (lazily.ts).
 * Should the file not come, its place says so, until it is asked for again or closed.
 */
export function onDemand<P extends Closable>(
  load: () => Promise<ComponentType<P>>,
): FunctionComponent<P & { meanwhile?: ReactNode }> {
  const begin = (): FunctionComponent<P & Asked> =>
    lazy(async () => {
      const loaded = await load().catch(() => null)
      // For whoever asks next: this place keeps what it has until then.
      if (!loaded) part = begin()
      return { default: (loaded ?? Missing) as FunctionComponent<P & Asked> }
    })
  let part = begin()
  const next = () => part
  return (props) => <Place next={next} {...props} />
}

type PlaceProps<P> = P & { next: () => FunctionComponent<P & Asked>; meanwhile?: ReactNode }

function Place<P extends Closable>({ next, meanwhile, ...props }: PlaceProps<P>) {
  const [{ part, time }, setPart] = useState(() => ({ part: next(), time: 1 }))
  const [isAsking, startAsking] = useTransition()
  const again = () => {
    // Once a press, also where React draws this several times; and what is missing again says so again.
    const anew = { part: next(), time: time + 1 }
    startAsking(() => setPart(anew))
  }
  const asked = { meanwhile, again, isAsking }
  return (
    <Suspense fallback={meanwhile}>{createElement(part, { key: time, ...(props as unknown as P), ...asked })}</Suspense>
  )
}

/** What had the focus goes away: back to what the part belongs to. */
function backFrom(place: HTMLElement): void {
  const around = place.parentElement?.closest<HTMLElement>('[tabindex]') ?? document.querySelector('main')
  around?.focus({ preventScroll: true })
}

function Missing({ open = true, onClose, meanwhile, again, isAsking }: Closable & Asked) {
  const { t } = useTranslation('common')
  const place = useRef<HTMLElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const here = place.current
    // As what was pressed for would have had it; so it is read out, too. Who has gone on to type elsewhere stays there.
    if (!document.activeElement?.matches('input, select, textarea')) here?.focus()
    // From there a dialog that comes now takes it, and gives it back.
    return () => {
      if (here?.contains(document.activeElement)) backFrom(here)
    }
  }, [])
  if (!open) return meanwhile
  const close = () => {
    if (place.current) backFrom(place.current)
    onClose()
  }
  return (
    <>
      {meanwhile}
      <section ref={place} aria-labelledby={id} tabIndex={-1}>
        <Notice tone="danger">
          <p id={id}>{navigator.onLine ? t('cannotRead.other') : t('cannotRead.offline')}</p>
          <div className={styles.acts}>
            <Button onClick={again} aria-disabled={isAsking}>
              {t('retry')}
            </Button>
            <Button look="quiet" onClick={close}>
              {t('close')}
            </Button>
          </div>
        </Notice>
      </section>
    </>
  )
}
