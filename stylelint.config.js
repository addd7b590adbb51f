import stylelint from 'stylelint'

/** The widths that a window and a figure have a look for; see "Widths" in src/styles/tokens.css. */
const windowWidths = ['40rem', '60rem', '74rem']
const figureWidths = ['34rem', '46rem', '58rem']

/** More lines than this are more than one thing: a stylesheet is then split at its sections, which it imports. */
const mostLines = 220

const { createPlugin, utils } = stylelint

/** A rule of our own: `find` reports what it doesn't want. */
function rule(name, find) {
  const check = (isOn) => (root, result) => {
    if (isOn) find(root, (node, message) => utils.report({ ruleName: name, result, node, message }))
  }
  check.ruleName = name
  check.messages = {}
  return createPlugin(name, check)
}

const plugins = [
  rule('course/widths', (root, report) => {
    root.walkAtRules(/^(media|container)$/, (query) => {
      if (!/width/.test(query.params)) return
      const known = query.name === 'media' ? windowWidths : figureWidths
      for (const [found] of query.params.matchAll(/[\d.]+[a-z]+/g))
        if (!known.includes(found))
          report(query, `Take one of the three widths ${known.join(', ')} (course/widths)`)
      if (/(min|max)-width/.test(query.params))
        report(
          query,
          'Write (width >= …) or (width < …): both sides of a width then fit together (course/widths)',
        )
    })
  }),
  rule('course/length', (root, report) => {
    const lines = root.source.input.css.split('\n').length - 1
    if (lines > mostLines)
      report(root, `${lines} lines, at most ${mostLines}: split the file at its sections (course/length)`)
  }),
  rule('course/layers', (root, report) => {
    root.walkAtRules('layer', (layer) => {
      if (layer.nodes === undefined && !root.source.input.file?.endsWith('styles/site.css'))
        report(layer, 'The order of the layers is told once, in src/styles/site.css (course/layers)')
    })
  }),
]

/** What the stylesheets hold to beside their format: sizes and widths come from the scale of tokens.css, and nothing shouts. */
export default {
  plugins,
  rules: {
    'course/widths': true,
    'course/length': true,
    'course/layers': true,
    // In a drawing the unit is the drawing's own (px), on paper the point, beside a text the text's own size (em).
    'declaration-property-value-disallowed-list': [
      { '/^font(-size)?$/': ['/\\d(\\.\\d+)?rem/'] },
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
