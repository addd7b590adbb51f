/** What the stylesheets hold to beside their format: sizes come from the scale of tokens.css, and nothing shouts. */
export default {
  rules: {
    'declaration-property-value-disallowed-list': [
      { 'font-size': ['/^0\\.\\d+rem$/'], font: ['/(^|\\s)0\\.\\d+rem(\\s|\\/)/'] },
      { message: 'Take a size of the scale: var(--step-…) or var(--ui-…), src/styles/tokens.css.' },
    ],
    'color-named': 'never',
    'color-no-invalid-hex': true,
    'block-no-empty': true,
    'declaration-block-no-duplicate-properties': [
      true,
      { ignore: ['consecutive-duplicates-with-different-values'] },
    ],
    'no-invalid-double-slash-comments': true,
    'property-no-unknown': true,
    'selector-max-id': 0,
    'selector-pseudo-class-no-unknown': true,
    'unit-no-unknown': true,
  },
}
