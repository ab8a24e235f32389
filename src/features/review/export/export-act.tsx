import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { Progress } from '#components/progress.tsx'
import { saveFile } from '#components/save-file.ts'
import type { Task } from '#domain/plan.ts'
import type { Theme } from '#domain/review.ts'
import { seoulDay } from '#domain/seoul-time.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { readWithdrawn } from '../inbox/changes.ts'
import { inbox } from '../inbox/inbox-store.ts'
import type { ExportRow } from './columns.ts'
import styles from './export.module.css'
import type { Format } from './table-file.ts'

const FORMATS = ['xlsx', 'csv'] as const satisfies readonly Format[]

type Props = { rows: readonly ExportRow[]; tasks: readonly Task[]; themes: readonly Theme[] }

type State =
  | { readonly at: 'rest' }
  | { readonly at: 'work'; readonly done: number; readonly all: number }
  | { readonly at: 'saved'; readonly file: string; readonly count: number }
  | { readonly at: 'failed' }

/** Rows after something was read: what was withdrawn holds no words any more. */
function asTheyAre(rows: readonly ExportRow[]): readonly ExportRow[] {
  const { byId } = inbox.state()
  return rows.map((row) => byId.get(row.comment.id) ?? row)
}

/** Makes the file while the page goes on, and hands it over; leaving the page ends it. */
export function ExportAct({ rows, tasks, themes }: Props) {
  const { t } = useTranslation(['review-export', 'review-inbox', 'common', 'answer', 'review'])
  const lang = useLang()
  const [state, setState] = useState<State>({ at: 'rest' })
  const work = useRef<AbortController>(null)
  useEffect(() => () => work.current?.abort(), [])

  const save = async (format: Format) => {
    if (state.at === 'work') return
    const controller = new AbortController()
    work.current = controller
    const all = rows.length
    const tell = (done: number) => setState({ at: 'work', done, all })
    tell(0)
    try {
      const [{ columnsOf }, { tableFile }] = await Promise.all([
        import('./columns.ts'),
        import('./table-file.ts'),
        readWithdrawn(),
      ])
      controller.signal.throwIfAborted()
      const file = `${t('review-export:file', { day: seoulDay(new Date()) })}.${format}`
      const blob = await tableFile(format, {
        rows: asTheyAre(rows),
        columns: columnsOf(t, { lang, tasks, themes }),
        name: t('review-export:sheet'),
        onProgress: tell,
        signal: controller.signal,
      })
      saveFile(file, blob)
      setState({ at: 'saved', file, count: all })
    } catch {
      setState(controller.signal.aborted ? { at: 'rest' } : { at: 'failed' })
    }
  }

  const number = (value: number) => formatNumber(value, lang)
  return (
    <div className={styles.act}>
      <div className={styles.actions}>
        {FORMATS.map((format) => (
          <Button
            key={format}
            look={format === 'xlsx' ? 'primary' : 'secondary'}
            aria-disabled={state.at === 'work' || rows.length === 0}
            onClick={() => rows.length > 0 && save(format)}
          >
            {t(`review-export:save.${format}`)}
          </Button>
        ))}
        {state.at === 'work' && (
          <Button look="quiet" onClick={() => work.current?.abort()}>
            {t('review-export:stop')}
          </Button>
        )}
      </div>
      {state.at === 'work' && (
        <Progress
          label={t('review-export:working')}
          value={state.done}
          max={Math.max(1, state.all)}
          text={t('review-export:progress', { done: number(state.done), all: number(state.all) })}
        />
      )}
      <Live>
        {state.at === 'saved' && (
          <Notice tone="success">
            {t('review-export:saved', { file: state.file, count: state.count, value: number(state.count) })}
          </Notice>
        )}
      </Live>
      <Live urgency="alert">{state.at === 'failed' && <Notice tone="danger">{t('review-export:failed')}</Notice>}</Live>
      {rows.length === 0 && <p>{t('review-export:empty')}</p>}
    </div>
  )
}
