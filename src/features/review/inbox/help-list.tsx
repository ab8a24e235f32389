import { useTranslation } from 'react-i18next'
import { Checkbox } from '#components/checkbox.tsx'
import styles from './forms.module.css'
import { SHORTCUTS, type Shortcut, type useShortcutChoice } from './use-shortcuts.ts'

const NAMES = Object.keys(SHORTCUTS) as Shortcut[]

/** Keys of the list box, which nobody can switch off: they are those of every list. */
const LIST_KEYS = ['move', 'select', 'open', 'extend', 'all'] as const

/** Every key and what it does, and the switch for those of one letter. */
export function HelpList({ shortcuts }: { shortcuts: ReturnType<typeof useShortcutChoice> }) {
  const { t } = useTranslation('review-inbox')
  return (
    <div className={styles.form}>
      <Checkbox label={t('help.on')} checked={shortcuts.isOn} onChange={shortcuts.choose} />
      <table className={styles.keys}>
        <caption>{t('help.letters')}</caption>
        <tbody>
          {NAMES.map((name) => (
            <tr key={name}>
              <th scope="row">
                <kbd>{SHORTCUTS[name]}</kbd>
              </th>
              <td>{t(`help.keys.${name}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={styles.keys}>
        <caption>{t('help.list')}</caption>
        <tbody>
          {LIST_KEYS.map((name) => (
            <tr key={name}>
              <th scope="row">
                <kbd>{t(`help.listKeys.${name}.key`)}</kbd>
              </th>
              <td>{t(`help.listKeys.${name}.does`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
