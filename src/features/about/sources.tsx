import { useTranslation } from 'react-i18next'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CITY } from './city.ts'
import { Section, Terms } from './section.tsx'

const SOURCES = ['plan', 'numbers', 'colours', 'font', 'words', 'code'] as const

const LINKS: Partial<Record<(typeof SOURCES)[number], string>> = {
  colours: 'https://www.krds.go.kr',
  font: '/fonts/LICENSE.txt',
  code: 'https://www.apache.org/licenses/LICENSE-2.0',
}

/** Where the plan, the numbers and the colours come from, and on what terms. */
export function Sources() {
  const { t } = useTranslation('about')
  const day = formatDay(CITY.at, useLang())
  return (
    <Section id="sources" title={t('sources.title')}>
      <Terms
        terms={SOURCES.map((key) => {
          const link = LINKS[key]
          const name = t(`sources.source.${key}`)
          return {
            key,
            term: link ? <a href={link}>{name}</a> : name,
            text: t(`sources.source.${key}Text`, { day }),
          }
        })}
      />
    </Section>
  )
}
