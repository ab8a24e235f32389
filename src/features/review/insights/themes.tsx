import { useTranslation } from 'react-i18next'
import type { InboxRow } from '#domain/inbox.ts'
import { NONE } from '#domain/inbox-filter.ts'
import { isSaid, themesByGroup } from '#domain/insights.ts'
import type { Theme } from '#domain/review.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Behind } from './behind.tsx'
import { ByGroups } from './by-groups.tsx'
import { Part } from './part.tsx'

type Props = { rows: readonly InboxRow[]; themes: readonly Theme[] }

/** Which group speaks of what, as far as reviewers have tagged it. */
export function Themes({ rows, themes }: Props) {
  const { t } = useTranslation('review-insights')
  const lang = useLang()
  const counts = themesByGroup(rows)
  const said = rows.filter(({ comment }) => isSaid(comment))
  const untagged = said.filter(({ review }) => (review?.themes ?? []).length === 0).length
  const byTheme = new Map(counts.map((count) => [count.theme, count]))
  return (
    <Part id="themes" title={t('themes.title')}>
      <p>
        {t('themes.untagged')} <Behind count={untagged} filter={{ theme: NONE }} />
      </p>
      {counts.length === 0 ? (
        <p>{t('themes.none')}</p>
      ) : (
        <ByGroups
          caption={t('themes.caption')}
          head={t('themes.head')}
          rows={counts.map(({ theme }) => ({
            key: theme,
            label: themes.find(({ id }) => id === theme)?.label[lang] ?? t('themes.unknown'),
          }))}
          cell={(theme, role) => {
            const found = byTheme.get(theme)
            const count = (role ? found?.groups[role] : found?.all) ?? 0
            return <Behind count={count} filter={{ theme, ...(role && { role }) }} />
          }}
        />
      )}
    </Part>
  )
}
