import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { emulatedMailQuery } from '#data/emulated-mail.ts'
import type { User } from '#data/session.ts'
import { DEMO_ACCOUNTS } from '#domain/demo-accounts.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './join.module.css'

/** One click signs in as one of the accounts that `npm start` prints. Only ever shown against the emulators. */
export function DemoAccounts({ onChoose }: { onChoose: (account: User) => void }) {
  const { t } = useTranslation('join')
  const lang = useLang()
  return (
    <section aria-labelledby="demo" className={styles.demo}>
      <h2 id="demo">{t('demo.title')}</h2>
      <p className={styles.note}>{t('demo.text')}</p>
      <div className={styles.actions}>
        {DEMO_ACCOUNTS.map((account) => (
          <Button key={account.uid} onClick={() => onChoose(account)}>
            {account.name[lang]}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** The Auth emulator sends no mail: it keeps the link, which is offered here instead. */
export function EmulatedMail({ email }: { email: string }) {
  const { t } = useTranslation('join')
  const { data: link } = useQuery(emulatedMailQuery(email))
  return link ? <a href={link}>{t('signIn.openEmulated')}</a> : null
}
