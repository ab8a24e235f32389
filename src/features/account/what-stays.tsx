import { useTranslation } from 'react-i18next'
import { MailTo } from '#components/mail-to.tsx'
import { contactEmail } from '#data/config.ts'
import styles from './account.module.css'

type Props = { /** Empty for somebody who came with a slip: nothing is kept of an address. */ email: string }

/** What leaving does not take away, and of the account to sign in with, whom to ask for that. */
export function WhatStays({ email }: Props) {
  const { t } = useTranslation('me')
  return (
    <ul className={styles.points}>
      <li>{t('leave.staysCounted')}</li>
      <li>{t('leave.staysComments')}</li>
      <li>{t('leave.staysReports')}</li>
      <li>{t(email ? 'leave.staysIdentity' : 'leave.staysSlip')}</li>
      {email && (
        <li>
          {t('leave.staysAccount', { email })}{' '}
          <MailTo address={contactEmail} before={t('leave.ask')} none={t('leave.askNobodyYet')} />
        </li>
      )}
    </ul>
  )
}
