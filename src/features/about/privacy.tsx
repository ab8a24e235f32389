import { useTranslation } from 'react-i18next'
import { OutwardLink } from '#components/outward-link.tsx'
import { usesAppCheck } from '#data/config.ts'
import { Contact } from './contact.tsx'
import { Part, Section } from './section.tsx'
import { DeviceRecords, Records } from './stored.tsx'

/** What is stored about people and what is not, who sees it, and for how long. */
export function Privacy() {
  const { t } = useTranslation('about')
  return (
    <Section id="privacy" title={t('privacy.title')}>
      <p>{t('privacy.intro')}</p>
      <Part id="children" title={t('privacy.children')}>
        <p>{t('privacy.childrenText')}</p>
      </Part>
      <Part id="stored" title={t('privacy.stored')}>
        <p>{t('privacy.storedIntro')}</p>
        <Records />
        <p>{t('privacy.operator')}</p>
      </Part>
      <Part id="others" title={t('privacy.others')}>
        <p>{t('privacy.othersText')}</p>
      </Part>
      <Part id="device" title={t('privacy.device')}>
        <p>{t('privacy.deviceIntro')}</p>
        <DeviceRecords />
      </Part>
      <Part id="cookies" title={t('privacy.cookies')}>
        <p>{t('privacy.cookiesText')}</p>
      </Part>
      <Part id="processor" title={t('privacy.processor')}>
        <p>{t('privacy.processorText')}</p>
        {usesAppCheck && <p>{t('privacy.processorAppCheck')}</p>}
        <p>
          <OutwardLink href="https://firebase.google.com/support/privacy">{t('privacy.processorLink')}</OutwardLink>
        </p>
      </Part>
      <Part id="period" title={t('privacy.period')}>
        <p>{t('privacy.periodText')}</p>
        <Contact />
      </Part>
    </Section>
  )
}
