import { useTranslation } from 'react-i18next'
import styles from './about.module.css'
import { Terms } from './section.tsx'

const RECORDS = [
  'account',
  'participant',
  'identity',
  'slip',
  'stance',
  'ballot',
  'comment',
  'reaction',
  'report',
  'staff',
  'work',
] as const

// What src/data keeps in the browser's storage; the last two are Firebase's own, and tasks have one each.
const DEVICE_KEYS = {
  lang: 'madang:lang',
  comment: 'madang:draft:comment:t1(@uid), …:edit',
  stance: 'madang:draft:stance:t1(@uid), …:reaction',
  ballot: 'madang:draft:ballot(@uid)',
  outbox: 'madang:outbox',
  join: 'madang:draft:join',
  slip: 'madang:draft:slip',
  slips: 'madang:draft:slips(@uid), madang:slip-job',
  linkEmail: 'madang:link-email',
  consentAsked: 'madang:consent-asked',
  signedIn: 'madang:signed-in, madang:participant',
  display: 'madang:theme, madang:text-size',
  seen: 'madang:seen:t1',
  review:
    'madang:draft:answer(@uid), …:translation, …:note, …:hide, …:restore, …:void, …:opening, …:theme, …:staff, …:plan, …:sent, madang:own-office, madang:review-filters, madang:review-shortcuts',
  read: 'IndexedDB: madang',
  answer: 'madang:last-answer',
  pages: 'Cache Storage, IndexedDB: workbox-expiration',
  authUser: 'firebase:authUser',
  heartbeat: 'firebase-heartbeat-database',
} as const
const DEVICE = Object.keys(DEVICE_KEYS) as (keyof typeof DEVICE_KEYS)[]

/**
 * Everything that is stored on the server about people, and who can see it. A test holds it against the collections of
 * firestore.rules.
 */
export function Records() {
  const { t } = useTranslation('about')
  return (
    <Terms
      terms={RECORDS.map((record) => ({
        key: record,
        term: t(`privacy.record.${record}.name`),
        text: (
          <>
            {t(`privacy.record.${record}.content`)}
            <span className={styles.note}>
              {t('privacy.readers', { readers: t(`privacy.record.${record}.readers`) })}
            </span>
          </>
        ),
      }))}
    />
  )
}

/** Everything that stays in the browser, and until when. */
export function DeviceRecords() {
  const { t } = useTranslation('about')
  return (
    <Terms
      terms={DEVICE.map((name) => ({
        key: name,
        term: t(`privacy.local.${name}.kept`),
        text: (
          <>
            <code className={styles.code}>{DEVICE_KEYS[name]}</code>
            <span className={styles.note}>{t(`privacy.local.${name}.until`)}</span>
          </>
        ),
      }))}
    />
  )
}
