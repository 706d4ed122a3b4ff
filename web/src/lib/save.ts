// Keeps something as a file on the device, when somebody asks for it.

/** Saves data as a JSON file. What a file cannot be called is left out of its name. */
export function save(name: string, data: unknown) {
  const text = JSON.stringify(data, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'huishouden'}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
