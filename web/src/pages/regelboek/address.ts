// Where things of the regelboek stand. Ids hold only what an address may hold.
import type { Found } from '../../engine/rulebook';

export const addressOf = {
  regel: (id: string) => `/regelboek/regel/${id}`,
  parameter: (id: string) => `/regelboek/parameter/${id}`,
  uitkomst: (name: string) => `/regelboek/uitkomst/${name}`,
  regeling: (id: string) => `/regelboek/gemeenten/${id}`,
  gemeente: (code: string) => `/regelboek/gemeente/${code}`,
  pakket: (id: string) => `/regelboek/wet/${id}`,
} satisfies Record<Found['soort'] | 'pakket', (id: string) => string>;

/** Where a rule or a parameter is changed. */
export const editing = (kind: 'regel' | 'parameter' | 'regeling', id: string) =>
  `/regelboek/bewerken/${kind}/${id}`;

/** The id of a municipal scheme by its name. */
export const schemeId = (name: string) => name.toLowerCase().replaceAll(' ', '-');
