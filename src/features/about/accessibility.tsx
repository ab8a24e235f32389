import { useTranslation } from 'react-i18next'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Contact } from './contact.tsx'
import { Part, Points, Section } from './section.tsx'

const TESTS = ['axe', 'keyboard', 'names'] as const
const LIMITS = ['people', 'tools', 'words', 'google', 'formats'] as const
const WRITTEN = new Date('2026-11-25T00:00:00+09:00')

/** What accessibility aims at, how it is tested, what is known to fall short, and where to say so. */
export function Accessibility() {
  const { t } = useTranslation('about')
  const lang = useLang()
  return (
    <Section id="accessibility" title={t('accessibility.title')}>
      <p>{t('accessibility.intro')}</p>
      <Part id="tested" title={t('accessibility.tested')}>
        <Points points={TESTS.map((key) => ({ key, text: t(`accessibility.tests.${key}`) }))} />
      </Part>
      <Part id="known-limits" title={t('accessibility.limits')}>
        <Points points={LIMITS.map((key) => ({ key, text: t(`accessibility.limit.${key}`) }))} />
      </Part>
      <Part id="report" title={t('accessibility.report')}>
        <p>{t('accessibility.reportText')}</p>
        <Contact />
        <p>{t('accessibility.written', { day: formatDay(WRITTEN, lang) })}</p>
      </Part>
    </Section>
  )
}
