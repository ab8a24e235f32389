import { useTranslation } from 'react-i18next'
import { OutwardLink } from '#components/outward-link.tsx'
import { CITY } from '#domain/city.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Section, Terms } from './section.tsx'

const SOURCES = ['plan', 'numbers', 'colours', 'font', 'words', 'code'] as const

type Source = (typeof SOURCES)[number]

const LINKS: Partial<Record<Source, string>> = {
  colours: 'https://www.krds.go.kr',
  code: 'https://www.apache.org/licenses/LICENSE-2.0',
}

/** Where the plan, the numbers and the colours come from, and on what terms. */
export function Sources() {
  const { t } = useTranslation('about')
  const day = formatDay(CITY.at, useLang())
  return (
    <Section id="sources" title={t('sources.title')}>
      <Terms
        terms={SOURCES.map((key) => ({
          key,
          term: <Name source={key} />,
          text: t(`sources.source.${key}Text`, { day }),
        }))}
      />
    </Section>
  )
}

function Name({ source }: { source: Source }) {
  const { t } = useTranslation('about')
  const name = t(`sources.source.${source}`)
  // Its licence lies beside the font.
  if (source === 'font') return <a href="/fonts/LICENSE.txt">{name}</a>
  const link = LINKS[source]
  return link ? <OutwardLink href={link}>{name}</OutwardLink> : name
}
