import { useTranslation } from 'react-i18next'
import styles from './inbox.module.css'
import { WithInbox } from './with-inbox.tsx'
import { Workbench } from './workbench.tsx'

type Props = {
  uid: string
  /** The address of the inbox, without what follows it. */
  base: string
  /** The comment that the address names. */
  openId: string | null
}

/** All comments for those who read them. */
export function Inbox({ uid, base, openId }: Props) {
  const { t } = useTranslation('review-inbox')
  return (
    <div className={styles.inbox}>
      <h1 className={styles.title}>{t('title')}</h1>
      <WithInbox uid={uid}>
        <Workbench uid={uid} base={base} openId={openId} />
      </WithInbox>
    </div>
  )
}
