// Minutes as a reader says them: "45 min", "2 h", "2 h 10 min".
export function spokenMinutes(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (!hours) return `${rest} min`;
  return rest ? `${hours} h ${rest} min` : `${hours} h`;
}
