import { use } from 'react'
import { Mark } from '#components/mark.tsx'
import { QrCode } from '#components/qr-code.tsx'
import { LANGS, type Lang } from '#domain/language.ts'
import { formatSlip, type Slip } from '#domain/slip.ts'
import { formatDay } from '#i18n/format.ts'
import { i18n } from '#i18n/i18n.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import styles from './sheets.module.css'

/** Two across and five down an A4 page, each about the size of a business card. */
export const SLIPS_PER_PAGE = 10

/** @param site where the site stands, without a slash at the end */
type Props = { slips: readonly Slip[]; site: string }

/** Slips to cut out, in both languages whichever the page is in: who gets one may read either. */
export function Sheets({ slips, site }: Props) {
  use(pageTextsReady('ko', 'slips'))
  use(pageTextsReady('en', 'slips'))
  const pages = Array.from({ length: Math.ceil(slips.length / SLIPS_PER_PAGE) }, (_, page) =>
    slips.slice(page * SLIPS_PER_PAGE, (page + 1) * SLIPS_PER_PAGE),
  )
  return pages.map((page) => (
    <ul key={page[0]?.token} className={styles.page} data-sheet>
      {page.map((slip) => (
        <li key={slip.token} className={styles.slip}>
          <OneSlip slip={slip} site={site} />
        </li>
      ))}
    </ul>
  ))
}

function OneSlip({ slip, site }: { slip: Slip; site: string }) {
  const code = formatSlip(slip.token)
  const address = `${site}/ko/join?slip=${slip.token}`
  return (
    <>
      <QrCode text={address} label={`QR ${code}`} className={styles.qr} />
      <div className={styles.words}>
        <p className={styles.name}>
          <Mark />
          <span lang="ko">{i18n.t('slips:sheet.name', { lng: 'ko' })}</span>
          <span lang="en">{i18n.t('slips:sheet.name', { lng: 'en' })}</span>
        </p>
        <p className={styles.school}>{slip.school}</p>
        {LANGS.map((lang) => (
          <Instructions key={lang} lang={lang} slip={slip} site={site} />
        ))}
      </div>
      <p className={styles.code}>{code}</p>
    </>
  )
}

function Instructions({ lang, slip, site }: { lang: Lang; slip: Slip; site: string }) {
  const t = i18n.getFixedT(lang, 'slips')
  return (
    <p lang={lang} className={styles.instructions}>
      <strong>
        {t(`sheet.role.${slip.role}`)} · {t('sheet.until', { day: formatDay(slip.expiresAt, lang) })}
      </strong>{' '}
      {t('sheet.how', { address: `${site.replace(/^https?:\/\//, '')}/${lang}/join` })}
    </p>
  )
}
