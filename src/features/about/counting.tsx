import { useTranslation } from 'react-i18next'
import { CITY } from '#domain/city.ts'
import { matches, type Results } from '#domain/results.ts'
import { formatDay, formatMoment, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './about.module.css'
import { Part, Points, Section, Terms } from './section.tsx'

const RULES = ['one', 'equal', 'small', 'recount', 'share'] as const
const LIMITS = ['sample', 'weight', 'self', 'emails', 'between'] as const

/** How results come about, the newest recount, and what the numbers do not show. */
export function Counting({ results }: { results: Results | null | undefined }) {
  const { t } = useTranslation('about')
  const lang = useLang()
  const city = {
    day: formatDay(CITY.at, lang),
    schools: formatNumber(CITY.schools, lang),
    students: formatNumber(CITY.students, lang),
    teachers: formatNumber(CITY.teachers, lang),
  }
  return (
    <Section id="counting" title={t('counting.title')}>
      <Terms
        terms={RULES.map((key) => ({
          key,
          term: t(`counting.rules.${key}`),
          text: (
            <>
              {t(`counting.rules.${key}Text`)}
              {key === 'recount' && results && <Recount results={results} />}
            </>
          ),
        }))}
      />
      <Part id="common-ground" title={t('counting.ground.title')}>
        <p>{t('counting.ground.text')}</p>
        <p className={styles.formula}>{t('counting.ground.formula')}</p>
        <p>{t('counting.ground.order')}</p>
        <p>{t('counting.ground.source')}</p>
      </Part>
      <Part id="limits" title={t('counting.limits')}>
        <Points points={LIMITS.map((key) => ({ key, text: t(`counting.limit.${key}`, city) }))} />
      </Part>
    </Section>
  )
}

function Recount({ results: { recount } }: { results: Results }) {
  const { t } = useTranslation('about')
  const lang = useLang()
  return (
    <p>
      {t('counting.latest', {
        moment: formatMoment(recount.at, lang),
        counted: formatNumber(recount.stances, lang),
        tallied: formatNumber(recount.tallied, lang),
        ballots: formatNumber(recount.ballots, lang),
        ballotsTallied: formatNumber(recount.ballotsTallied, lang),
      })}{' '}
      <strong>{matches(recount) ? t('counting.matches') : t('counting.differs')}</strong>
    </p>
  )
}
