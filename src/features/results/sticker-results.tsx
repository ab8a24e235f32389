import { useTranslation } from 'react-i18next'
import { GroupTag } from '#components/tag.tsx'
import { TASK_IDS, type TaskOverview } from '#domain/plan.ts'
import { matches, type Results, type StickerCounts } from '#domain/results.ts'
import { ROLES } from '#domain/roles.ts'
import { formatMoment, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { StickerBars } from './sticker-bars.tsx'
import styles from './sticker-results.module.css'

type Props = { results: Results | null | undefined; tasks: readonly TaskOverview[] }

const sharesOf = (counts: StickerCounts | null): number[] => {
  const all = counts ? TASK_IDS.reduce((sum, id) => sum + counts[id], 0) : 0
  return counts && all > 0 ? TASK_IDS.map((id) => counts[id] / all) : []
}

/** Where the stickers are: of all groups together, and of each beside the others. */
export function StickerResults({ results, tasks }: Props) {
  const { t } = useTranslation(['priorities', 'common'])
  const lang = useLang()
  const total = results?.stickers.total
  if (!results || !total) return <p>{t(results ? 'priorities:results.few' : 'priorities:results.none')}</p>
  const { groups } = results.stickers
  // One measure for all bars, so that groups can be compared by eye.
  const longest = Math.max(...[total, ...Object.values(groups)].flatMap(sharesOf), 0)
  return (
    <div className={styles.results}>
      <StickerBars
        caption={t('priorities:results.all', { count: total.voters, value: formatNumber(total.voters, lang) })}
        counts={total}
        longest={longest}
        tasks={tasks}
      />
      <h3>{t('priorities:results.byGroup')}</h3>
      <div className={styles.groups}>
        {ROLES.map((role) => {
          const counts = groups[role]
          const name = <GroupTag role={role}>{t(`common:roles.${role}`)}</GroupTag>
          if (!counts)
            return (
              <div key={role} className={styles.withheld}>
                <p className={styles.name}>{name}</p>
                <p>{t('priorities:results.withheld')}</p>
              </div>
            )
          const people = t('priorities:results.people', {
            count: counts.voters,
            value: formatNumber(counts.voters, lang),
          })
          return (
            <StickerBars
              key={role}
              caption={
                <>
                  {name} <span className={styles.people}>{people}</span>
                </>
              }
              counts={counts}
              longest={longest}
              tasks={tasks}
              role={role}
            />
          )
        })}
      </div>
      <Counted results={results} />
    </div>
  )
}

/** When it was published, and what was counted again. */
function Counted({ results: { publishedAt, recount } }: { results: Results }) {
  const { t } = useTranslation('priorities')
  const lang = useLang()
  return (
    <div className={styles.note}>
      <p>{t('results.published', { moment: formatMoment(publishedAt, lang) })}</p>
      <p>
        {t('results.recount', {
          moment: formatMoment(recount.at, lang),
          counted: formatNumber(recount.ballots, lang),
          tallied: formatNumber(recount.ballotsTallied, lang),
        })}{' '}
        <strong>{t(matches(recount) ? 'results.matches' : 'results.differs')}</strong>
      </p>
    </div>
  )
}
