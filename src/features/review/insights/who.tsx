import { useTranslation } from 'react-i18next'
import { CITY, IN_CITY } from '#domain/city.ts'
import { DISTRICT_OFFICE_IDS, DISTRICT_OFFICES, districtOfficeOf } from '#domain/district-offices.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { NONE } from '#domain/inbox-filter.ts'
import { countBy, NOBODY } from '#domain/insights.ts'
import type { Results } from '#domain/results.ts'
import type { ReviewComment } from '#domain/review.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import { formatDay, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { type Bar, Bars } from './bars.tsx'
import { Levels } from './levels.tsx'
import { Part } from './part.tsx'
import { shareIn } from './share.ts'

type Props = { comments: readonly ReviewComment[] }
type WithResults = Props & { /** What was published last; null before that. */ results: Results | null }

/** Who took part, by group and level of school against how many there are in the city, and by district. */
export function Who({ comments, results }: WithResults) {
  const { t } = useTranslation(['review-insights', 'common'])
  const lang = useLang()
  return (
    <Part
      id="who"
      title={t('review-insights:who.title')}
      note={t('review-insights:who.source', { day: formatDay(CITY.at, lang) })}
    >
      <Groups comments={comments} results={results} />
      {results && <p>{t('review-insights:who.votersNote')}</p>}
      <Levels comments={comments} />
      <p>{t('review-insights:who.levelNote')}</p>
      <Areas comments={comments} />
    </Part>
  )
}

/** Those who wrote, and those who voted by stickers. */
function Groups({ comments, results }: WithResults) {
  const { t } = useTranslation(['review-insights', 'common'])
  const lang = useLang()
  const counts = countBy(comments, ({ role }) => role)
  const more = (role: Role): string[] => {
    const whole = IN_CITY[role]
    const ofCity = (people: number | undefined) =>
      whole === undefined || people === undefined ? '–' : shareIn(lang).format(people / whole)
    const city = whole === undefined ? t('review-insights:who.notCounted') : formatNumber(whole, lang)
    const wrote = [city, ofCity(counts.get(role)?.people ?? 0)]
    if (!results) return wrote
    const voters = results.stickers.groups[role]?.voters
    const voted = voters === undefined ? t('review-insights:tasks.withheld') : formatNumber(voters, lang)
    return [...wrote, voted, ofCity(voters)]
  }
  return (
    <Bars
      caption={t('review-insights:who.byGroup')}
      head={t('review-insights:group')}
      moreHeads={[
        t('review-insights:who.inCity'),
        t('review-insights:who.share'),
        ...(results ? [t('review-insights:who.voters'), t('review-insights:who.voterShare')] : []),
      ]}
      bars={ROLES.map((role) => ({
        key: role,
        label: t(`common:roles.${role}`),
        count: counts.get(role) ?? NOBODY,
        filter: { role },
        more: more(role),
      }))}
    />
  )
}

function Areas({ comments }: Props) {
  const { t } = useTranslation('review-insights')
  const lang = useLang()
  const byOffice = countBy(comments, ({ district }) => districtOfficeOf(district))
  const byDistrict = countBy(comments, ({ district }) => district)
  const bars = DISTRICT_OFFICE_IDS.flatMap((office): Bar[] => {
    const districts = DISTRICT_OFFICES[office]?.districts ?? []
    return [
      {
        key: office,
        label: DISTRICT_OFFICES[office]?.name[lang] ?? office,
        count: byOffice.get(office) ?? NOBODY,
        filter: { office },
      },
      ...districts.map(
        (district): Bar => ({
          key: district,
          label: DISTRICTS[district]?.[lang] ?? district,
          count: byDistrict.get(district) ?? NOBODY,
          filter: { district },
          isPart: true,
        }),
      ),
    ]
  })
  const none: Bar = {
    key: NONE,
    label: t('who.noArea'),
    count: byDistrict.get(null) ?? NOBODY,
    filter: { district: NONE },
  }
  return <Bars caption={t('who.byArea')} head={t('who.area')} bars={[...bars, none]} />
}
