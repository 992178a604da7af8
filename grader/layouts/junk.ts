import type { TreeNode } from '../class/class-tree.ts';

/** What Windows, macOS and Office leave in folders: nobody handed it in. */
const LEFT_BEHIND = /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r?|~\$.*)$/i;

/** What in a folder may have been handed in, and what an operating system left there. */
export function withoutJunk(nodes: readonly TreeNode[]): { nodes: TreeNode[]; junk: string[] } {
  const seen = nodes.filter(({ name }) => !name.startsWith('.') && name !== '__MACOSX');
  const isJunk = ({ name, kind }: TreeNode): boolean => kind === 'file' && LEFT_BEHIND.test(name);
  return { nodes: seen.filter((node) => !isJunk(node)), junk: seen.filter(isJunk).map(({ name }) => name) };
}
