import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import type { TaskOverview } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './present.module.css'
import { PresentBars } from './present-bars.tsx'
import { PresentInvite } from './present-invite.tsx'
import { useFullScreen } from './use-full-screen.ts'

type Props = {
  results: Results | null | undefined
  tasks: readonly TaskOverview[]
  /** When the results were last read; 0 before that. */
  readAt: number
}

/** A screen for a classroom that votes: how to come here, how many have voted, and the result when the teacher says. */
export function Present({ results, tasks, readAt }: Props) {
  const { t } = useTranslation('present')
  const lang = useLang()
  const [shown, setShown] = useState(false)
  const [screen, fullScreen] = useFullScreen<HTMLDivElement>()
  const total = results?.stickers.total ?? null
  return (
    <div ref={screen} className={styles.screen}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <div className={styles.acts}>
          <Button look="primary" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'hide' : 'show')}
          </Button>
          {fullScreen && <Button onClick={fullScreen.toggle}>{t(fullScreen.isOn ? 'leaveFull' : 'full')}</Button>}
        </div>
      </header>
      <div className={styles.body} data-shown={shown}>
        <PresentInvite />
        <div className={styles.side}>
          {total ? <Voters voters={total.voters} /> : <p>{t(results === undefined ? 'loading' : 'few')}</p>}
          <Live>{shown && (total ? <PresentBars counts={total} tasks={tasks} /> : <p>{t('nothing')}</p>)}</Live>
          {!shown && <p className={styles.hidden}>{t('hidden')}</p>}
        </div>
      </div>
      <p className={styles.read}>{readAt > 0 ? t('read', { time: clock(readAt, lang) }) : t('loading')}</p>
    </div>
  )
}

/** How many have voted, the number larger than its words. */
function Voters({ voters }: { voters: number }) {
  const { t } = useTranslation('present')
  const value = formatNumber(voters, useLang())
  const [before, after] = t('voters', { count: voters, value }).split(value)
  return (
    <p>
      {before}
      <span className={styles.voters}>{value}</span>
      {after}
    </p>
  )
}

/** The second in Seoul: a screen that refreshes itself shows that it does. */
const clock = (at: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, { timeStyle: 'medium', hourCycle: 'h23', timeZone: 'Asia/Seoul' }).format(at)
