/** Two people with their phones side by side: one shows a code, the other scans it. */
export const beside = {
  // At home, and wherever somebody is looked for.
  title: '¿Hay alguien a tu lado?',
  scanAct: 'Escanear código',
  showAct: 'Mostrar mi código',

  myTitle: 'Mi código',
  myLead:
    'Deja que lo escanee el otro teléfono. Así apareces en su lista, y una hora entre las dos partes se puede anotar sin ninguna red.',
  myCode: (name: string) => `El código de ${name}, para escanear`,
  myOther: 'Escanear el suyo',
  myNot: 'Tendrás un código en cuanto te hayan dejado entrar.',

  part: (at: number, of: number) => `Código ${String(at)} de ${String(of)}`,
  partLead: 'Que los escaneen uno tras otro.',
  next: 'El siguiente código',
  first: 'Otra vez desde el primero',

  noCamera: '¿No hay cámara?',
  noCameraText:
    'Copia este texto al otro teléfono como puedas, y pégalo en «Escanear código».',
  textLabel: 'El código como texto',
  share: 'Pasarlo con…',

  scanTitle: 'Escanear código',
  scanLead: 'Pon tu teléfono sobre el código del otro.',
  scanNotIn:
    'Aún no te han dejado entrar. Se pueden escanear invitaciones; horas y personas, en cuanto hayas entrado.',
  pasteLabel: 'O pégalo como texto',
  pasteOpen: 'Abrirlo',
  gotPart: 'Ya está. Ahora escanea el siguiente.',
  own: 'Este es el código de este mismo teléfono. Escanea el del otro.',
  notOurs: 'Este no es un código de Manyhands.',
  here: (name: string) => `${name} ya está en tu lista.`,

  notInList: '¿No está en la lista, y la persona está a tu lado?',
  notInListAct: 'Escanear su código',
  notInListHint: 'En su teléfono: «Mostrar mi código».',
  anHour: 'Este código trata de una hora. Ábrelo desde «Escanear código» en Inicio.',

  showHour: (name: string) => `${name} está a mi lado`,
  hourTitle: (name: string) => `Que ${name} escanee esto`,
  hourCode: (name: string) => `Esta hora como código, para que lo escanee ${name}`,
  hourHow: (name: string) =>
    `En el teléfono de ${name}: «Escanear código». Después el sí, y vuelve un código.`,
  hourThen: (name: string) => `Escanear la respuesta de ${name}`,
  yesTitle: (name: string) => `Ahora, que ${name} escanee esto`,
  yesHow: (name: string) =>
    `Así la hora cuenta también en el teléfono de ${name}. Si no, los teléfonos se lo dirán más tarde.`,
};
