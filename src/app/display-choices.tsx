import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TEXT_PERCENT, TEXT_SIZES, THEMES } from '#domain/display.ts'
import { formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { chooseDisplay, useDisplay } from './display.ts'
import styles from './display-choices.module.css'

/** The theme, and the text size in five steps, which are seen at once and kept on this device. */
export function DisplayChoices() {
  const { t } = useTranslation('common')
  const lang = useLang()
  const name = useId()
  const { theme, textSize } = useDisplay()
  return (
    <div className={styles.choices}>
      <fieldset>
        <legend>{t('display.theme')}</legend>
        <div className={styles.themes}>
          {THEMES.map((option) => (
            <label key={option}>
              <input
                type="radio"
                name={`${name}-theme`}
                checked={option === theme}
                onChange={() => chooseDisplay({ theme: option })}
              />
              <span
                className={styles.sample}
                data-theme={option === 'system' ? undefined : option}
                aria-hidden="true"
              />
              {t(`display.${option}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('display.size')}</legend>
        <div className={styles.sizes}>
          {TEXT_SIZES.map((option) => (
            <label key={option} data-size={option}>
              <input
                type="radio"
                name={`${name}-size`}
                checked={option === textSize}
                onChange={() => chooseDisplay({ textSize: option })}
              />
              <span className="visually-hidden">{t(`display.sizes.${option}`)}</span>
              <span aria-hidden="true">{t('display.letter')}</span>
            </label>
          ))}
        </div>
        <p className={styles.current}>
          {t('display.current', {
            size: t(`display.sizes.${textSize}`),
            percent: formatShare(TEXT_PERCENT[textSize] / 100, lang),
          })}
        </p>
      </fieldset>
      <p className={styles.note}>{t('display.kept')}</p>
    </div>
  )
}
