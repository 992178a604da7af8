import { EditorView } from '@codemirror/view';

/** The editor in the colours of the page, whose variables hold inside its root, too. */
export const editorTheme = EditorView.theme({
  '&': { backgroundColor: 'var(--raised)', color: 'var(--ink)', fontSize: 'var(--code-size)', height: '100%' },
  // What holds the editor shows the focus.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
    lineHeight: '1.55',
  },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.6rem 0' },
  '.cm-gutters': {
    backgroundColor: 'var(--panel)',
    color: 'var(--soft)',
    border: 'none',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-fill)', outline: '1px solid var(--accent)' },
  '.cm-lint-marker': { width: '0.8em', height: '0.8em' },
  '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--line)' },
  '.cm-tooltip': { borderRadius: '6px', maxWidth: 'min(28rem, 90vw)' },
  '.cm-diagnostic': { padding: '0.4rem 0.6rem' },
});
