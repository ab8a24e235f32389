/** What people agree to, point by point, in the words of `join.consent`: change them, and raise CONSENT_VERSION. */
export const CONSENT = ['stored', 'google', 'shown', 'where', 'kept', 'leave'] as const
