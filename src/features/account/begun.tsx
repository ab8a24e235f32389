import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { begunBy } from '#data/begun.ts'
import { detectLang } from '#domain/language.ts'
import { taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { KeptWords } from './kept-words.tsx'
import { Part } from './part.tsx'

/** What somebody began to write on this device: the place for words whose own place is gone. */
export function Begun({ uid }: { uid: string }) {
  const { t } = useTranslation('me')
  const lang = useLang()
  const [all, setAll] = useState(() => begunBy(uid))
  if (all.length === 0) return null
  const after = (act: () => void) => () => {
    act()
    setAll(begunBy(uid))
  }
  return (
    <Part title={t('begun.title')}>
      <p className={styles.note}>{t('begun.text')}</p>
      <ul className={styles.list} aria-label={t('begun.title')}>
        {all.map((begun) => (
          <li key={begun.key} className={styles.item}>
            <strong>{t(`waiting.kinds.${begun.kind}`)}</strong>
            <KeptWords
              words={{ text: begun.text, lang: begun.lang ?? detectLang(begun.text, lang) }}
              drop={after(begun.drop)}
              undo={after(begun.putBack)}
            />
            <p>
              <Link
                to={`/${lang}/tasks/${taskNumber(begun.taskId)}${begun.commentId ? `/comments/${begun.commentId}` : '#voices'}`}
              >
                {t('waiting.see', { number: taskNumber(begun.taskId) })}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}
