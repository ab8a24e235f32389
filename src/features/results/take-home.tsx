import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { saveFile } from '#components/save-file.ts'
import type { TaskOverview } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import { formatMoment, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './take-home.module.css'

type Props = { results: Results; tasks: readonly TaskOverview[] }

type State = 'working' | 'failed' | { readonly saved: string } | null

/** The numbers as a file for spreadsheets, and as a picture to share. What makes them is loaded when asked for. */
export function TakeHome({ results, tasks }: Props) {
  const { t } = useTranslation(['results', 'common'])
  const lang = useLang()
  const [state, setState] = useState<State>(null)

  const table = async () => {
    const { tableFile } = await import('./table-file.ts')
    return new Blob([await tableFile(results, tasks)], { type: 'text/csv;charset=utf-8' })
  }
  const picture = async () => {
    const { pictureOf, pngOf } = await import('./picture.ts')
    const svg = pictureOf(results, tasks, {
      name: t('common:name'),
      title: t('results:picture.title'),
      note: t('results:picture.note', { moment: formatMoment(results.publishedAt, lang) }),
      titleOf: ({ title }) => title[lang],
      share: (share) => formatShare(share, lang),
      none: '–',
    })
    return pngOf(svg)
  }
  const save = (name: string, make: () => Promise<Blob>) => async () => {
    if (state === 'working') return
    setState('working')
    try {
      saveFile(name, await make())
      setState({ saved: name })
    } catch {
      setState('failed')
    }
  }
  const busy = state === 'working'
  const file = t('results:file.name', { number: results.number })
  return (
    <div className={styles.home} data-screen-only>
      <p>{t('results:home.text')}</p>
      <div className={styles.acts}>
        <Button aria-disabled={busy} onClick={save(`${file}.csv`, table)}>
          {t('results:home.table')}
        </Button>
        <Button aria-disabled={busy} onClick={save(`${file}.png`, picture)}>
          {t('results:home.picture')}
        </Button>
      </div>
      <Live>
        {typeof state === 'object' && state && <p>{t('results:home.saved', { file: state.saved })}</p>}
        {state === 'failed' && <Notice tone="danger">{t('results:home.failed')}</Notice>}
      </Live>
    </div>
  )
}
