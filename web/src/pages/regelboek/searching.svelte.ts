// What somebody searches for, kept while they go through the pages.
class Searching {
  query = $state('');
}

export const searching = new Searching();
