/** The words of the workspace of the education office, by file. */
export const reviewFiles = import.meta.glob<object>('../../locales/*/{review,review-*}.json', { import: 'default' })
