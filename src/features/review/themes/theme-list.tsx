import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { EmptyState } from '#components/empty-state.tsx'
import { showToast } from '#components/toasts.ts'
import { reviewStateOf, themesOf } from '#domain/inbox.ts'
import { isSaid } from '#domain/insights.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { useInbox } from '../inbox/inbox-store.ts'
import { ThemeForm } from '../inbox/theme-form.tsx'
import { Behind } from '../insights/behind.tsx'
import styles from './themes.module.css'

/** All themes with how many comments have them, and a way to make another. */
export function ThemeList() {
  const { t } = useTranslation(['review-themes', 'review-inbox'])
  const lang = useLang()
  const { themes, rows } = useInbox()
  const counts = useMemo(() => {
    const found = new Map<string, { all: number; open: number }>()
    for (const row of rows) {
      if (!isSaid(row.comment)) continue
      for (const id of themesOf(row)) {
        const { all = 0, open = 0 } = found.get(id) ?? {}
        found.set(id, { all: all + 1, open: open + (reviewStateOf(row) === 'done' ? 0 : 1) })
      }
    }
    return found
  }, [rows])
  const shown = themes.toSorted(
    (one, other) =>
      (counts.get(other.id)?.all ?? 0) - (counts.get(one.id)?.all ?? 0) ||
      one.label[lang].localeCompare(other.label[lang], lang),
  )
  return (
    <div className={styles.page}>
      <h1>{t('review-themes:title')}</h1>
      <p>{t('review-themes:lead')}</p>
      {shown.length === 0 ? (
        <EmptyState>{t('review-themes:none')}</EmptyState>
      ) : (
        <table className={styles.list}>
          <caption className="visually-hidden">{t('review-themes:table.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('review-themes:table.theme')}</th>
              <th scope="col">{t('review-themes:table.comments')}</th>
              <th scope="col">{t('review-themes:table.open')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((theme) => (
              <tr key={theme.id}>
                <th scope="row">
                  <Link to={`/${lang}/review/themes/${theme.id}`}>{theme.label[lang]}</Link>
                </th>
                <td>
                  <Behind count={counts.get(theme.id)?.all ?? 0} filter={{ theme: theme.id }} />
                </td>
                <td>{formatNumber(counts.get(theme.id)?.open ?? 0, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section aria-labelledby="add-theme" className={styles.part}>
        <h2 id="add-theme">{t('review-inbox:theme.add')}</h2>
        <ThemeForm onDone={() => showToast({ text: t('review-themes:added') })} />
      </section>
    </div>
  )
}
