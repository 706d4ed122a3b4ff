// The id of a rule in the regelboek, as docs/rulebook.md has it: the first two folders of its file, and its name.

const slug = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_-]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');

/** The id of a rule by its file, such as `rijk/awir/partner.regels`, and its name. */
export function ruleId(file: string, name: string): string {
  const folders = file.split('/').slice(0, -1).slice(0, 2);
  return [...folders.map(slug), slug(name)].join('.');
}
