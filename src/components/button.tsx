import type { ComponentProps } from 'react'
import { Link, type LinkProps } from 'react-router-dom'
import styles from './button.module.css'

type Look = 'primary' | 'secondary' | 'quiet'

type ButtonProps = ComponentProps<'button'> & { look?: Look }

/** A button says what it does (“의견 남기기”). While busy it stays focusable and says so itself. */
export function Button({ look = 'secondary', type = 'button', className, ...rest }: ButtonProps) {
  return <button type={type} className={[styles.button, styles[look], className].filter(Boolean).join(' ')} {...rest} />
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ look = 'secondary', className, ...rest }: LinkProps & { look?: Look }) {
  return <Link className={[styles.button, styles[look], className].filter(Boolean).join(' ')} {...rest} />
}
