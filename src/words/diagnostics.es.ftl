near-tail = ; ¿quería decir «{ $near }»?
near-list = { "" }. Los perfiles más parecidos, con lo que le falta a cada uno: { $near }.
near-none = .
detail-tail = { " " }{ $detail }
### Lo que greffe dice en la terminal y en la página «Método», en español.
### Cada código de src/diagnose/code.rs tiene tres textos: message, hint, explain. Un texto «explain» no toma ningún argumento.

## Las palabras en torno a los diagnósticos

severity-error = error
severity-warning = advertencia
severity-note = nota
severity-help = ayuda
severity-colon = :
place-row = { ", " }fila { $row } (sin contar el encabezado)
place-entry = { ", " }entrada { $row }
place-key = { ", " }ajuste «{ $column }»
place-column = { ", " }columna «{ $column }»
summary-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errores
    }
summary-warnings =
    { $count ->
        [one] { $count } advertencia
       *[other] { $count } advertencias
    }
summary-notes =
    { $count ->
        [one] { $count } nota
       *[other] { $count } notas
    }

## Las etapas

stage-read = Lectura del contenido
stage-import = Importación de los ficheros exportados
stage-normalise = Limpieza de textos, fechas y nombres
stage-check = Comprobación
stage-tally = Recuento de votos y comentarios
stage-compare = Comparación de las exportaciones
stage-rank = Clasificación
stage-plan = Plan de páginas y direcciones
stage-render = Creación de las páginas
stage-export = Creación de los ficheros de datos
stage-seal = Sellado
stage-write = Escritura del sitio

## Las órdenes

cli-verified = { $path } está como se publicó. Ficheros: { $files }, consultas: { $consultations }, aportaciones: { $contributions }, ediciones selladas: { $editions }, firmas: { $signatures }.
cli-not-verified = { $path } NO está como se publicó. Fallos: { $count }.
cli-verified-inside = Solo se ha comprobado la carpeta { $path } que contiene; lo que la rodea no forma parte del archivo.
cli-verified-compared = Filas comparadas con el CSV: { $forms }. Páginas de aportaciones comparadas con su fila: { $pages }.
cli-standing-unstated = No tiene edition.txt: lo hizo un greffe cuyas firmas no cubrían el sitio, o alguien quitó ese fichero. Los registros y las tablas se comprobaron según las reglas de entonces; nada responde de las páginas, las listas y los demás formatos.
cli-standing-draft =
    { $number ->
        [0] Es una versión provisional: todavía no se ha sellado ninguna edición.
       *[other] Es una versión provisional, posterior a la edición { $number }: todavía no está sellada.
    }
cli-standing-unsigned = Es la edición { $number }, que nadie firmó: compárela con una copia que otros guarden.
cli-standing-signed = Es la edición { $number }, firmada en su conjunto con la clave de firma que hay en ella. Con `--key`, tomada de otro lugar que el archivo, se sabe de quién.
cli-standing-pinned = Es la edición { $number }, firmada en su conjunto con la clave de firma que usted dio.
cli-cleaned = { $path }: { $count ->
        [one] { $count } fila vaciada
       *[other] { $count } filas vaciadas
    }; columnas quitadas: { $columns }
cli-cleaned-erase = En el consultation.yaml de { $slug }, ponga esto en lugar de su lista:
cli-cleaned-done = Revise las copias, póngalas en lugar de las exportaciones y guarde los originales en un lugar seguro, como pide la ley.
cli-packed = { $path }: { $count ->
        [one] { $count } fichero
       *[other] { $count } ficheros
    }.
cli-sealed = La edición { $number } está sellada. Guarde la carpeta content/editions/ con el archivo. Dé la huella de la edición (página editions.html) a varias personas: podrán probar que nada ha cambiado.
cli-nothing-to-seal = Nada ha cambiado desde la última edición: no se ha sellado ninguna nueva.
cli-passphrase = Frase secreta de la clave de firma:{ " " }
cli-built =
    El sitio está listo ({ $seconds } s): { $pages ->
        [one] { $pages } página
       *[other] { $pages } páginas
    }, { $files ->
        [one] { $files } fichero
       *[other] { $files } ficheros
    } (escritos: { $written }, sin cambios: { $unchanged }, eliminados: { $removed }).
cli-checked = Comprobación terminada; no se ha escrito nada.
cli-serving = El sitio está en { $url } (Ctrl+C detiene greffe).
cli-rebuilt = El sitio se ha rehecho en { $seconds } s.
cli-created = El archivo se ha creado en { $path }
cli-zone-written = time_zone: { $zone } se ha escrito en archive.yaml: las fechas de la plataforma están en esa zona.
cli-zone-unknown = Nada dice en qué zona horaria están las fechas: las que no nombran ninguna se leen en UTC. Si la conoce, escriba `time_zone:` en archive.yaml.
cli-written = Fichero escrito: { $path }
cli-theme-done = El tema gráfico está en `themes/{ $name }`: borre los ficheros que no cambie y escriba `theme: { $name }` en `content/archive.yaml`.
cli-next-empty =
    Qué hacer ahora:
    1. copie los ficheros de su plataforma en { $path }/sources;
    2. nómbrelos debajo de «sources» en { $path }/consultation.yaml (o borre esa carpeta y use «greffe add --from FICHERO»);
    3. ejecute «greffe build» en la carpeta del archivo y abra site/index.html en su navegador.
cli-next =
    Lo que sigue:
    1. abra content/archive.yaml e indique el título, quién lo publica y la licencia;
    2. ejecute «greffe build» en esta carpeta;
    3. abra site/index.html en su navegador.
plain-platform = una tabla sencilla
plain-table = tabla con encabezados corrientes
plain-comments = tabla de comentarios con encabezados corrientes
plain-about = Una tabla reconocida por palabras corrientes en sus encabezados y por sus celdas. Las columnas desconocidas pueden nombrarse en `columns:` de consultation.yaml.
cli-column = { $column } → { $taken } ({ $cells }) { $shapes }
cli-column-unused = no se usa
cells-counts = números
cells-dates = fechas
cells-addresses = direcciones web
cells-texts = textos
cells-words = palabras
cells-signs = signos
cells-empty = vacía
cli-inspect-platform = Plataforma: { $platform }
cli-inspect-profile = Perfil: { $profile } ({ $title }), seguridad: { $sure } %
cli-inspect-because = Reconocido por las columnas: { $columns }
cli-inspect-runner-up = Perfil siguiente, que también encaja: { $profile }, seguridad: { $sure } %
cli-inspect-runner-up-lacks = Perfil siguiente: { $profile }, pero faltan las columnas: { $missing }
cli-inspect-near = Cercano: { $profile } ({ $title }), pero faltan las columnas: { $missing }
cli-inspect-holds = Contiene { $things }.
cli-inspect-aside = Filas descartadas, por motivo: { $reasons }
cli-inspect-suspect = Columnas que parecen personales y no se usan: { $columns }
cli-inspect-suspect-used = Columnas que se usan aunque parecen personales (mírelas antes de publicar): { $columns }
suspect-header = { $column } ({ $what }, por su nombre)
suspect-cells = { $column } ({ $what }, por sus celdas)
personal-email = correo electrónico
personal-phone = teléfono
personal-address = dirección postal
personal-birth = nacimiento
personal-ip = dirección IP o navegador
personal-name = nombre
personal-identity = documento de identidad
personal-kind =
    { $kind ->
        [email] correos electrónicos
        [phone] teléfonos
        [nir] números de seguridad social
        [national-id] números de identidad
        [iban] cuentas bancarias
        [card] tarjetas de pago
        [address] direcciones postales
        [plate] matrículas de vehículos
        [ip] direcciones IP
       *[other] { $kind }
    }
said-error =
    { $error ->
        [no-polygon] no contienen ningún polígono
        [no-shape] no hay ninguna forma
        [beyond] la posición { $value } sale del globo: los grados van de −180 a 180 y de −90 a 90
        [damaged] está dañado
        [no-place] falta una de sus partes
        [no-csv] ninguna entrada de `sources` es un fichero CSV
        [several] hace falta un solo fichero CSV, ni JSON, ni XML, ni varios ficheros
        [not-csv] no es un fichero CSV
        [no-profile] no le conviene ningún perfil de lectura
        [not-table] no es una tabla
        [persons] es una lista de personas
        [no-checkpoint] este fichero no es un punto de control
        [ledger] la huella no corresponde al registro
        [smaller] esta edición es más pequeña que la anterior
        [no-key] la clave de firma es ilegible
       *[other] mensaje original, «{ $error }»
    }
cli-inspect-together = Todos juntos:
cli-inspect-belongs = { $from }: { $things } sobre lo que contiene { $to }
cli-inspect-missing = { $from }: { $things } sobre aportaciones que no están en ningún fichero (¿falta un fichero?)
cli-inspect-summary = { $known } de { $files } { $files ->
        [one] fichero reconocido
       *[other] ficheros reconocidos
    } ({ $platforms }): { $things }.
cli-inspect-summary-missing = { $known } de { $files } { $files ->
        [one] fichero reconocido
       *[other] ficheros reconocidos
    } ({ $platforms }): { $things }; { $missing } de ellos sobre aportaciones que no están en ningún fichero.
cli-inspect-summary-nothing = { $known } de { $files } { $files ->
        [one] fichero reconocido
       *[other] ficheros reconocidos
    } ({ $platforms }); nada de lo que contienen sirve para hacer un fichero.
count-proposal =
    { $count ->
        [one] { $count } propuesta
       *[other] { $count } propuestas
    }
count-opinion =
    { $count ->
        [one] { $count } opinión
       *[other] { $count } opiniones
    }
count-amendment =
    { $count ->
        [one] { $count } enmienda
       *[other] { $count } enmiendas
    }
count-question =
    { $count ->
        [one] { $count } pregunta
       *[other] { $count } preguntas
    }
count-answer =
    { $count ->
        [one] { $count } respuesta
       *[other] { $count } respuestas
    }
count-report =
    { $count ->
        [one] { $count } aviso
       *[other] { $count } avisos
    }
count-petition =
    { $count ->
        [one] { $count } petición
       *[other] { $count } peticiones
    }
count-statement =
    { $count ->
        [one] { $count } declaración
       *[other] { $count } declaraciones
    }
count-source =
    { $count ->
        [one] { $count } fuente
       *[other] { $count } fuentes
    }
count-comment =
    { $count ->
        [one] { $count } comentario
       *[other] { $count } comentarios
    }
count-vote =
    { $count ->
        [one] { $count } voto
       *[other] { $count } votos
    }
cli-inspect-encoding = Letras con acento (codificación): { $encoding }
cli-inspect-delimiter = Signo entre las columnas: { $delimiter ->
        [semicolon] punto y coma
        [comma] coma
        [tab] tabulación
        [bar] barra vertical
       *[other] { $delimiter }
    }
cli-inspect-rows =
    { $read ->
        [one] { $read } fila leída
       *[other] { $read } filas leídas
    }; conservadas: { $kept }, descartadas: { $aside }
cli-inspect-used = Columnas usadas: { $columns }
cli-inspect-unused = Columnas no usadas: { $columns }
cli-inspect-personal = Columnas con datos personales, que nunca se publican: { $columns }
cli-inspect-sample = Lo que greffe haría con las primeras filas:
cli-inspect-nothing = greffe no reconoce este fichero.
cli-inspect-columns-block = Para usar esta tabla de todos modos, copie esto en consultation.yaml y ponga los nombres correctos de las columnas:
new-privacy-question =
    En la plataforma, ¿qué se veía junto a cada aportación?
    1. los nombres de las personas
    2. ningún nombre, o no lo sabe
new-title = ¿Título de la consulta?
new-publisher = ¿Quién publica el archivo (nombre de la asociación o del municipio)?
new-licence = ¿Licencia de los datos (lov2, odbl, cc-by-4.0…; vacío: decidir más tarde)?
new-language = ¿Idioma del sitio (fr, en, es)?
new-opened = ¿Primer día de la consulta (2024-01-15; vacío: desconocido)?
new-closed = ¿Último día de la consulta (2024-03-31; vacío: desconocido)?
new-assumed = greffe no puede hacerle preguntas aquí. Esto no se preguntó, y esto se escribió (cada respuesta puede darse como opción, o cambiarse en los ficheros de ajustes):
new-assumed-one =
    {"  "}{ $flag }: { $known ->
        [yes] { $value }
       *[no] nada
    }

## El archivo en el disco

no-content =
    .message = Aquí no hay ninguna carpeta `content`.
    .hint = Vaya a la carpeta que contiene `content`, indíquela con `--root` o cree un archivo con `greffe new mi-archivo`.
    .explain =
        greffe busca una carpeta llamada `content` en la carpeta actual, o en la que indica `--root`. No la
        ha encontrado, así que se ha detenido y no ha escrito nada.
        Vaya primero a la carpeta de su archivo (`cd mi-archivo`), o indíquela:
            greffe build --root mi-archivo
        Si todavía no tiene ninguno, deje que greffe lo cree en torno a sus ficheros exportados:
            greffe new mi-archivo --from export.csv

no-consultation =
    .message = El archivo todavía no contiene ninguna consulta.
    .hint = Añada una con `greffe add mi-consulta --from export.csv`, o cree `content/consultations/mi-consulta/consultation.yaml`.
    .explain =
        Cada consulta tiene su propia carpeta en `content/consultations`, con un fichero
        `consultation.yaml`. greffe no ha encontrado ninguno, así que se ha detenido y no ha escrito nada.
        Lo más rápido es dejar que greffe lo escriba a partir de los ficheros de la plataforma:
            greffe add mi-consulta --from export.csv
        El `consultation.yaml` más pequeño escrito a mano es:
            title: Mi consulta
            sources:
              - file: sources/export.csv

missing-config =
    .message = Falta el fichero «{ $file }».
    .hint = Cree este fichero: una primera línea `title: …` basta para empezar, y una consulta necesita además `sources`.
    .explain =
        Hace falta `content/archive.yaml`, y cada carpeta de `content/consultations` necesita su
        `consultation.yaml`. Uno de ellos no está, así que greffe se ha detenido y no ha escrito nada; el
        sitio anterior queda como estaba.
        Compruebe el nombre: debe ser exactamente `archive.yaml` o `consultation.yaml`, en minúsculas, sin
        un `.txt` oculto al final. Si una carpeta de `content/consultations` no es una consulta, póngala en
        otro lugar.
        El `archive.yaml` más pequeño es:
            title: Nuestras consultas
            publisher:
              name: Nuestra asociación

unreadable =
    .message = No se puede leer «{ $file }»: { $error }.
    .hint = Compruebe que el fichero está ahí, que su cuenta tiene permiso para leerlo y que ningún otro programa lo tiene abierto.
    .explain =
        El sistema no ha dejado a greffe leer este fichero, o algo dentro de esta carpeta; las palabras
        después de los dos puntos son las del sistema. greffe se ha detenido y ha dejado el sitio anterior
        como estaba.
        Causas habituales: el fichero es de otra persona, está en un disco o en una carpeta de red sin
        conexión, o es un fichero de texto que no está guardado en UTF-8. Mire sus permisos (botón derecho)
        o cópielo de nuevo; guarde los ficheros YAML y Markdown en «UTF-8».

is-directory =
    .message = «{ $file }» es una carpeta, pero ahí se espera un fichero.
    .hint = Cambie de nombre o de lugar esta carpeta y ponga en su sitio el fichero de ese nombre.
    .explain =
        En este lugar greffe espera un fichero de texto y ha encontrado una carpeta con el mismo nombre. Se
        ha detenido y ha dejado el sitio anterior como estaba.
        Suele ocurrir cuando un fichero comprimido se abre en una carpeta que se llama como él. Saque el
        fichero de la carpeta, póngalo en el lugar esperado y borre la carpeta vacía.

yaml-syntax =
    .message =
        { $what ->
            [number] Aquí se espera un número entero.
            [list] Aquí se espera una lista: líneas que empiezan con «- ».
            [map] Aquí se esperan nombres con sus valores: `nombre: valor`.
            [bool] Aquí se espera `true` o `false`.
            [twice] Este ajuste está escrito dos veces.
            [aliases] Anclas y alias (`&` y `*`) repiten más de lo que greffe permite: escriba por completo lo que sustituyen.
            [nul] Aquí hay un carácter que ningún texto contiene (NUL): guarde de nuevo el fichero como texto sin formato.
           *[other] El fichero de ajustes no está bien escrito en este lugar ({ said-error }).
        }
    .hint = Mire la línea indicada y la anterior. Las causas habituales: una sangría, un espacio que falta después de dos puntos, unas comillas sin cerrar.
    .explain =
        Los ficheros YAML siguen unas pocas reglas, y aquí no se cumple alguna; greffe se ha detenido y ha
        dejado el sitio anterior como estaba. Las palabras después de los dos puntos vienen del programa que
        lee YAML y están en inglés.
        Lo que va junto empieza en la misma columna; a los dos puntos les sigue un espacio; un texto que
        contiene dos puntos o empieza por un signo especial va entre comillas rectas. «missing field» quiere
        decir que falta un ajuste necesario, como `title`; «invalid type», que se esperaba, por ejemplo, una
        lista.
            title: "Presupuesto: ¿y ahora?"
            sources:
              - file: sources/export.csv
                profile: decidim/proposals

yaml-tab =
    .message = Esta línea empieza por un tabulador; hacen falta espacios.
    .hint = Sustituya el tabulador por dos espacios para cada nivel, y configure su editor de texto para que inserte espacios.
    .explain =
        En YAML, la sangría al principio de una línea dice qué pertenece a qué, y solo se permiten espacios.
        greffe se ha detenido y ha dejado el sitio anterior como estaba.
        En su editor, borre el blanco delante del texto y escriba espacios, dos por nivel. La mayoría de los
        editores tienen una opción «insertar espacios en lugar de tabuladores».

yaml-empty =
    .message = «{ $file }» está vacío.
    .hint = Escriba en él al menos `title: …`; una consulta necesita además `sources`.
    .explain =
        El fichero está ahí, pero solo contiene líneas en blanco o comentarios: greffe no sabe qué hacer con
        él y se ha detenido. El sitio anterior queda como estaba.
        El `consultation.yaml` más pequeño es:
            title: Mi consulta
            sources:
              - file: sources/export.csv

unknown-key =
    .message = greffe no conoce el ajuste «{ $key }» en este lugar.
    .hint =
        { $column ->
            [columns] Corrija esta palabra: debe ser el nombre de un campo, como `id`, `title`, `body`, `votes_for` o `created_at`{ $near-tail }.
           *[other] Corríjalo o bórrelo{ $near-tail }; ajustes permitidos aquí: { $known }.
        }
    .explain =
        Una palabra delante de dos puntos es un ajuste, y greffe conoce una lista fija de ellos en cada
        lugar. Un ajuste desconocido es casi siempre un error al teclear; pasado por alto, haría perder algo
        que usted quería, así que greffe se detiene. El sitio anterior queda como estaba.
        Los ajustes están en inglés y en minúsculas, sea cual sea el idioma del sitio. Compruebe también la
        sangría: un ajuste conocido, en un nivel equivocado, ahí es desconocido. `greffe schema` muestra
        todos los ajustes de todos los ficheros.
            sources:
              - file: sources/tabla.csv
                kind: proposal
                columns:
                  title: Título
                  body: Texto

bad-value =
    .message = «{ $value }» no es un valor que se pueda usar aquí.
    .hint = Sustitúyalo por un valor que greffe conozca{ $near-tail }.
    .explain =
        Este ajuste solo acepta ciertos valores, y el que se ha dado no es uno de ellos. greffe se ha
        detenido, o ha descartado este fichero, sin adivinar nada.
        Ejemplos: `language` es fr, en o es; `delimiter` es una coma, un punto y coma, tab o una barra
        vertical; `encoding` es utf-8, windows-1252, macintosh o utf-16le; `sheet` es el nombre de una hoja
        exactamente como lo muestra la pestaña de la hoja de cálculo; `kind` es proposal, opinion, question,
        etc.
            sources:
              - file: sources/export.csv
                delimiter: ";"
                encoding: windows-1252

bad-edition =
    .message = «{ $value }» no es el día de una exportación.
    .hint = Escriba el día como año-mes-día, por ejemplo `edition: 2024-03-01`{ $near-tail }.
    .explain =
        `edition` dice qué día se exportó la plataforma, cuando hay varias exportaciones de una misma
        consulta. greffe las ordena por su día y por eso solo acepta una forma: cuatro cifras del año, dos
        del mes, dos del día, de un día que existe. 03/04/2024 sería marzo para unos y abril para otros.
            sources:
              - file: sources/ideas-marzo.csv
                edition: 2024-03-01
              - file: sources/ideas-abril.csv
                edition: 2024-04-01

bad-slug =
    .message = «{ $name }» no puede servir de nombre: formará parte de una dirección.
    .hint = Cambie el nombre de este fichero o carpeta: solo minúsculas sin acentos, cifras y guiones, por ejemplo `presupuesto-2023`.
    .explain =
        Los nombres de las carpetas de consulta, de las páginas y de los temas gráficos forman parte de las
        direcciones del sitio, y una dirección debe funcionar en todas partes durante décadas. Por eso se
        hacen con letras de la a a la z, cifras del 0 al 9 y guiones, sin espacios, acentos ni mayúsculas.
        greffe se ha detenido y ha dejado el sitio anterior como estaba.
        Cambie el nombre en su gestor de ficheros. Lo que ven los lectores es el `title` del fichero, que es
        libre.

bad-front-matter =
    .message = El encabezado de este fichero se abre con `---`, pero falta el `---` que lo cierra.
    .hint = Ponga una línea con tres guiones después del encabezado, o borre la primera línea si no hay encabezado.
    .explain =
        Un fichero Markdown puede empezar con un pequeño encabezado entre dos líneas de tres guiones. Aquí
        falta la segunda: greffe no puede saber dónde empieza el texto y se ha detenido. El sitio anterior
        queda como estaba.
            ---
            title: Acerca de este sitio
            ---
            El texto empieza aquí.

missing-source =
    .message = El fichero exportado «{ $value }» no existe.
    .hint = Ponga el fichero en la carpeta `sources` de la consulta o corrija `file:` en `consultation.yaml`{ $near-tail }.
    .explain =
        `consultation.yaml` nombra un fichero exportado, una carpeta o un ZIP que no está en ese lugar. Sin
        él faltarían aportaciones, así que greffe se ha detenido y ha dejado el sitio anterior como
        estaba.
        Las rutas parten de la carpeta de la consulta, se escriben con barras (/) y distinguen mayúsculas y
        minúsculas. Los ficheros exportados no suelen transmitirse con el proyecto: pídalos a la persona que
        lo hizo.
            sources:
              - file: sources/propuestas.csv

outside-consultation =
    .message = La ruta «{ $value }» sale de la carpeta de la consulta.
    .hint = Copie el fichero en la carpeta `sources` de esta consulta y escriba `file: sources/…`, sin `..`, sin letra de disco ni barra al principio.
    .explain =
        Una consulta guarda en su propia carpeta todo aquello de lo que está hecha, para que el conjunto se
        pueda mover, copiar y comprobar entero. Una ruta con `..`, o que parte de la raíz de un disco, lleva
        a otro lugar, así que greffe se ha detenido. El sitio anterior queda como estaba.
            sources:
              - file: sources/propuestas.csv

no-secret =
    .message = Este servicio de generación automática (CI=true) no ha recibido el secreto con el que se calculan los seudónimos.
    .hint = Guarde el contenido de su `.greffe/secret` como variable protegida, con el nombre GREFFE_SECRET, en el servicio que genera el sitio.
    .explain =
        Los seudónimos se hacen con un secreto guardado en `.greffe/secret`. En su ordenador, greffe crea
        uno cuando no lo hay; en un servicio de generación automática (donde CI=true), uno nuevo cada vez cambiaría
        todos los seudónimos, así que greffe prefiere detenerse.
        Abra `.greffe/secret` en el ordenador donde se hizo el archivo y copie su contenido en una
        variable protegida GREFFE_SECRET, en la configuración del servicio. No lo ponga nunca en un
        repositorio público: con él se podría llegar de los seudónimos a las personas.

secret-made =
    .message = greffe ha creado un secreto: sirve para calcular los seudónimos de este archivo.
    .hint = Guarde una copia de `.greffe/secret` en un lugar seguro y no la enseñe a nadie: quien la tenga puede volver a encontrar a las personas.
    .explain =
        Donde no se publican los nombres, las personas aparecen con seudónimo, calculado con un secreto.
        Todavía no lo había: greffe ha hecho uno al azar y lo ha puesto en `.greffe/secret`, que solo su
        cuenta puede leer.
        Si se pierde, el próximo `greffe build` dará a cada persona otro seudónimo. Si se hace público, se
        podrá llegar de los seudónimos a las personas. Guarde una copia donde guarda sus contraseñas.

no-base-url =
    .message = El archivo no conoce todavía su dirección en la web: no se crean el canal, el mapa del sitio ni los catálogos para portales de datos.
    .hint = En cuanto conozca la dirección, añada `base_url: https://…` a `content/archive.yaml`.
    .explain =
        Todo lo que necesitan los lectores funciona sin ella, incluso desde un disco o una memoria USB. Solo
        falta lo que debe contener una dirección completa: el canal de noticias, el mapa del sitio, las
        direcciones de referencia y los catálogos que leen los portales de datos.
            base_url: https://archive.example.org/

bad-base-url =
    .message = «{ $value }» no es una dirección web completa.
    .hint = Escriba `base_url` en `content/archive.yaml` con `https://`, el dominio y una barra al final, sin nada después de un `?` o de un `#`.
    .explain =
        `base_url` es la dirección en la que los lectores encontrarán el archivo. Va en el canal de
        noticias, el mapa del sitio y los catálogos: equivocada, se difundiría por otros sitios. Por eso
        greffe se ha detenido y ha dejado el sitio anterior como estaba. Si todavía no tiene dirección,
        borre la línea.
            base_url: https://archive.example.org/

bad-theme =
    .message = El fichero de tema gráfico «{ $file }» no se puede usar: { $error }.
    .hint = Corrija este fichero en su carpeta de `themes`, o quite `theme:` de `content/archive.yaml` para volver al tema gráfico incluido.
    .explain =
        Un tema gráfico sustituye fichero por fichero las plantillas, las palabras o los estilos del
        incluido. Uno de sus ficheros es erróneo y ninguna página saldría bien: greffe se ha detenido y ha
        dejado el sitio anterior como estaba. Un mensaje como `t(key="…")` nombra una palabra que los
        ficheros de idioma del tema gráfico no tienen.
        Si alguien hizo el tema gráfico para usted, envíele este mensaje. Para seguir sin él, borre la línea en
        `content/archive.yaml` o conviértala en comentario:
            # theme: mi-tema

missing-theme =
    .message = El tema gráfico «{ $name }» no está en la carpeta `themes`.
    .hint = Póngalo en `themes/{ $name }` o corrija `theme:` en `content/archive.yaml`{ $near-tail }.
    .explain =
        `theme:`, en `content/archive.yaml`, nombra una carpeta de `themes`, que está junto a `content`. Esa
        carpeta no existe: greffe se ha detenido antes que publicar con otro aspecto; el sitio anterior
        queda como estaba.
        Sin la línea `theme:`, greffe usa el tema gráfico incluido, que no necesita ninguna carpeta.

theme-engine =
    .message = Este tema gráfico está hecho para greffe { $value }, pero usted usa greffe { $name }.
    .hint = Consiga una versión del tema gráfico para su greffe, use un greffe que convenga o quite `theme:` de `content/archive.yaml`.
    .explain =
        Un tema gráfico dice, en la línea `engine` de su `theme.yaml`, para qué versiones de greffe está
        hecho. La suya no es una de ellas: podrían faltar partes de las páginas sin que nadie lo notara. Por
        eso greffe se ha detenido y ha dejado el sitio anterior como estaba.
        `greffe --version` muestra su versión. Si sabe que el tema gráfico funciona con ella, amplíe la línea:
            engine: ">=0.1, <0.3"

theme-file =
    .message = Nada lee este fichero del tema gráfico.
    .hint = Corrija su nombre{ $near-tail }; `greffe theme` escribe todos los ficheros del tema incluido, con sus nombres.
    .explain =
        Un tema gráfico sustituye ficheros del incluido por otros del mismo nombre: `templates/list.html` para las listas,
        `words/fr.ftl` para las palabras. Ninguna página ni ninguna otra plantilla pide el nombre de este fichero, así que su
        contenido no sirve. Corrija el nombre; `greffe theme NOMBRE` escribe todos los ficheros del tema incluido en una
        carpeta nueva, con sus nombres.

template-kept =
    .message =
        La plantilla «{ $file }» se usa tal cual, sin aligerarla: { $reason ->
            [quotes] un atributo cuyo valor viene de la plantilla no lleva comillas.
            [spaces] se perderían espacios entre elementos, que se ven en la página.
            [tags] cambiaría el orden de sus elementos.
           *[other] la página cambiaría ({ $reason }).
        }
    .hint = No se pierde nada; quien hizo el tema gráfico puede corregir la plantilla para que sus páginas pesen un poco menos.
    .explain =
        greffe quita de las plantillas, al cargarlas, los blancos y los comentarios inútiles. Con esta
        habría salido otra página que la prevista, así que se usa tal como está escrita. Las páginas son
        correctas, solo pesan un poco más.
        Esto concierne solo a quien hizo el tema gráfico: lo habitual es que el valor de un atributo no lleve
        comillas, o que un elemento se abra en una condición de la plantilla y se cierre en otra.

## La lectura de los ficheros

empty-file =
    .message =
        { $count ->
            [one] Este fichero está vacío.
           *[other] { $count } ficheros están vacíos.
        }
    .hint = Exporte de nuevo desde la plataforma, o quite de `sources` lo que está vacío.
    .explain =
        El fichero no tiene contenido o no tiene fila de encabezado: no hay nada que tomar de él. La página
        «Método» lo cita entre lo que se descartó, y greffe sigue.
        Una plataforma produce a veces un fichero así cuando se interrumpe una exportación. Descárguelo de
        nuevo; si vuelve a estar vacío, no había nada que exportar.

unreadable-file =
    .message = Este fichero exportado no se puede leer hasta el final: { $error }.
    .hint = Descárguelo de nuevo desde la plataforma y ponga la nueva copia en el mismo lugar.
    .explain =
        El fichero no se ha podido abrir, o se corta a la mitad. Las filas anteriores al corte se conservan;
        la página «Método» cita el resto entre lo que se descartó, y greffe sigue.
        Lo más frecuente es una descarga interrumpida o un disco con un defecto. Compare el tamaño del
        fichero con el del original.

no-rows =
    .message = Este fichero no contiene ninguna fila.
    .hint = Expórtelo de nuevo sin filtro, o quítelo de `sources` si no había nada que exportar.
    .explain =
        greffe ha podido leer el fichero, pero no hay nada debajo del encabezado, o ninguna hoja del libro
        tiene filas, o la lista del fichero JSON está vacía. No se publica nada de él, y greffe sigue.
        Si la lista de un fichero JSON está más adentro, diga dónde:
            sources:
              - file: sources/export.json
                rows: data.proposals

encoding-guessed =
    .message = Este fichero no dice cómo se guardaron sus acentos; greffe ha supuesto { $encoding }.
    .hint = Mire en el sitio algunas palabras con acento. Si están dañadas («Ã©» en lugar de «é»), escriba `encoding: windows-1252` debajo de este fichero en `consultation.yaml`.
    .explain =
        Un fichero de texto no dice cómo están guardadas sus letras acentuadas. Este no está en UTF-8:
        greffe ha tomado la forma de guardarlas (la codificación) que mejor conviene y ha conservado todas las filas.
        Si ve, por ejemplo, «Ã©» en lugar de «é», indique la correcta: utf-8, windows-1252 (Excel en
        Windows), macintosh (Excel antiguo en Mac) o utf-16le.
            sources:
              - file: sources/export.csv
                encoding: macintosh

bad-bytes =
    .message =
        { $count ->
            [one] En { $count } fila, los acentos no se guardaron como en el resto del fichero; greffe los ha leído como Windows-1252.
           *[other] En { $count } filas, los acentos no se guardaron como en el resto del fichero; greffe los ha leído como Windows-1252.
        }
    .hint = Compare los acentos de estas filas con la plataforma; si están mal, exporte de nuevo el fichero en UTF-8.
    .explain =
        El fichero está en UTF-8, salvo algunas celdas que contienen octetos imposibles en UTF-8. Ocurre
        cuando se juntan textos de dos orígenes. greffe ha leído esas celdas como Windows-1252, el caso
        habitual, y ha conservado las filas.
        Si los acentos están mal en el sitio, pida a la plataforma una exportación entera en UTF-8. Con una
        tabla propia, guárdela de nuevo: en LibreOffice, «Archivo > Guardar como», marque «Editar
        configuración de filtros» y elija «Unicode (UTF-8)».

json-mended =
    .message = 
        { $what ->
            [numbers] { $count ->
                [one] { $count } valor no es un número (NaN o Infinity): se toma por desconocido.
               *[other] { $count } valores no son números (NaN o Infinity): se toman por desconocidos.
            }
           *[halves] { $count ->
                [one] { $count } carácter está solo a medias; «�» ocupa su lugar.
               *[other] { $count } caracteres están solo a medias; «�» ocupa su lugar.
            }
        }
    .hint = Si la plataforma puede exportar de nuevo, compare estos textos; si no, no hay nada que hacer.
    .explain = 
        Algunos programas escriben `NaN` donde falta un número, lo que JSON no permite, o cortan un emoji en dos. Cuesta una celda, no el
        fichero.
rows-inside =
    .message = Las filas de este fichero se tomaron de su lista `{ $path }`{ $others ->
            [none] .
           *[other] ; no leído: { $others }.
        }
    .hint = Si las filas están en otro lugar del fichero, indíquelo: `rows:` debajo de este fichero en `consultation.yaml`.
    .explain = 
        Un fichero JSON suele envolver sus filas en un objeto, junto a contadores y enlaces. greffe lee cada lista de objetos como una
        tabla.
nested-list =
    .message = 
        { $count ->
            [one] Las filas de este fichero contienen una lista de objetos que no se lee: { $others }.
           *[other] Las filas de este fichero contienen listas de objetos que no se leen: { $others }.
        }
    .hint = Si las aportaciones están en esa lista, escriba `rows: { $path }` debajo de este fichero. Si son los comentarios o los votos de sus filas, no lo haga: se publicarían sin decir sobre qué tratan; póngalos en un fichero aparte, cada uno con el número de su fila.
    .explain = 
        Una lista de objetos dentro de una fila (los comentarios de una propuesta, las propuestas de un tema) es una tabla aparte, que ningún
        perfil conoce aquí. Nada de ella se publica.
bad-json =
    .message = Este fichero JSON está dañado en la línea { $line }, carácter { $character }: { $error }.
    .hint = Descargue de nuevo el fichero desde la plataforma: seguramente se cortó.
    .explain =
        A partir del lugar indicado, el fichero ya no sigue las reglas de JSON, a menudo porque se
        interrumpió una descarga o porque alguien lo retocó. Lo que se pudo leer antes se conserva, el resto
        se descarta y se cita en la página «Método»; greffe sigue.
        No repare el fichero a mano: consiga una copia nueva.

bad-workbook =
    .message = Este fichero de hoja de cálculo no se puede abrir: { said-error }.
    .hint = Ábralo en LibreOffice o Excel, quítele la contraseña si la tiene y guárdelo como .xlsx, .ods o CSV UTF-8.
    .explain =
        greffe lee los formatos .xlsx, .xls y .ods. Este está dañado, protegido con contraseña o es de otro
        tipo: no se ha podido tomar nada de él; el fichero se cita entre lo que se descartó y greffe
        sigue.
        En LibreOffice o Excel, elija «Archivo > Guardar como» y dele otro nombre en la misma carpeta;
        después nombre ese fichero en `consultation.yaml`.

bad-container =
    .message = El ZIP «{ $value }» no se puede abrir: { said-error }.
    .hint = Descárguelo de nuevo, o descomprímalo usted y nombre la carpeta en `file:`.
    .explain =
        greffe lee un ZIP como si sus ficheros estuvieran en una carpeta. Este está dañado, cortado o
        protegido con contraseña: no se ha podido tomar nada de él.
        Si su ordenador sabe descomprimirlo, hágalo en la carpeta `sources` y nombre la carpeta en su lugar:
            sources:
              - file: sources/export

container-limit =
    .message =
        { $what ->
            [cells] El libro «{ $value }» dice contener más de { $limit } celdas.
            [members] El ZIP «{ $value }» contiene más de { $limit } ficheros.
           *[unpacked] «{ $value }» supera { $limit } una vez descomprimido.
        }
    .hint =
        { $what ->
            [cells] Ábralo en LibreOffice o Excel, elimine las filas y columnas vacías alrededor de la tabla y guárdelo de nuevo; o guarde la tabla como CSV.
           *[other] Descomprímalo usted y deje solo los ficheros de esta consulta en la carpeta `sources`; o suba el límite en `content/archive.yaml`: `limits: {"{"} unpacked: 8 GiB {"}"}` (`members:` para el número de ficheros).
        }
    .explain =
        Un fichero comprimido pequeño puede hacerse para que llene un disco entero. Las exportaciones reales quedan muy por
        debajo de los límites; normalmente se empaquetaron también imágenes o adjuntos.

open-quote =
    .message = 
        { $count ->
            [one] { $count } fila abre una comilla y no la cierra.
           *[other] { $count } filas abren una comilla y no la cierran.
        } Las líneas de debajo se leyeron como filas propias, no como parte del texto.
    .hint = Compare la primera de estas filas con la plataforma; si allí se cortó un texto de varias líneas, cierre la comilla en la exportación.
    .explain = 
        En un fichero CSV, una celda que empieza con una comilla sigue hasta la siguiente, por encima de todas las líneas que haya en
        medio. Si falta una, la celda se traga las filas de debajo. greffe lo ve por la forma de las líneas tragadas: tantas celdas como
        columnas, números y fechas en su sitio. La fila termina ahí y las líneas se leen como las filas que son.
odd-quotes =
    .message = 
        { $count ->
            [one] { $count } fila tiene comillas que no van por pares, a lo largo de varias líneas.
           *[other] { $count } filas tienen comillas que no van por pares, a lo largo de varias líneas.
        } Nada dice dónde termina su texto: otras filas pueden haber entrado en él.
    .hint = Mire la primera de estas filas en la exportación y cierre la comilla abierta.
    .explain = 
        En un fichero CSV, una celda que empieza con una comilla sigue hasta la siguiente. Aquí algo que no es el signo entre columnas sigue a una comilla
        de cierre, o ninguna cierra, y las columnas no tienen números ni fechas que distingan las líneas de un texto.
cut-row =
    .message = 
        { $count ->
            [one] { $count } fila de la tabla estaba cortada en { $form } líneas por un salto de línea sin comillas; sus trozos se han unido.
           *[other] { $count } filas de la tabla estaban cortadas en { $form } líneas por un salto de línea sin comillas; sus trozos se han unido.
        }
    .hint = Compare la primera de estas filas con la plataforma.
    .explain = 
        En un fichero CSV, un texto de varias líneas debe ir entre comillas. Aquí no va: la fila termina en medio de un texto, y la línea siguiente
        empieza con palabras donde todas tienen un número. Se unen si sus celdas, puestas una tras otra, están todas en su sitio.
merged-number =
    .message = 
        { $count ->
            [one] { $count } número está en una celda combinada sobre varias filas; solo se dio a la primera.
           *[other] { $count } números están en celdas combinadas sobre varias filas; solo se dieron a la primera.
        }
    .hint = Si el número es el de cada fila, separe las celdas y cópielo; si es el de todas juntas, bórrelo o repártalo.
    .explain = 
        Un texto combinado vale para cada fila que cubre (un tema, un barrio). Un número de votos se contaría varias veces.
other-order =
    .message = 
        { $count ->
            [one] La cabecera vuelve más abajo (fila { $row }), con sus columnas en otro orden o con otras columnas: las filas siguientes se leyeron según ella.
           *[other] La cabecera vuelve { $count } veces más abajo (primero en la fila { $row }), con sus columnas en otro orden o con otras columnas: las filas siguientes se leyeron según ella.
        }{ $form ->
            [none] {""}
           *[other] {" "}Columnas de la nueva cabecera que no se leyeron: { $form }.
        }
    .hint = Compare una fila de antes y otra de después con la plataforma; mejor: ponga cada exportación en su propio fichero y nómbrelas todas en `sources:`.
    .explain = 
        Las exportaciones puestas una tras otra tienen cada una su cabecera. Si sus columnas no son las mismas en el mismo orden, leer la segunda
        según la primera pondría los votos a favor bajo los votos en contra. Por eso cada celda va bajo el nombre de la cabecera más cercana por encima.
encoding-mixed =
    .message = Los acentos de este fichero (UTF-8) están dañados en algunos lugares; greffe ha leído esos lugares como Windows-1252.
    .hint = Compare los textos con acentos con la plataforma; si son correctos, no hay nada que hacer.
    .explain =
        Parte de los bytes de este fichero no son UTF-8. Suele ocurrir cuando se unen dos ficheros de codificaciones
        distintas. Todo carácter sano queda como está; solo los lugares dañados se leyeron como Windows-1252.

duplicate-key =
    .message =
        { $count ->
            [one] En este fichero JSON, «{ $key }» figura dos veces en el mismo lugar (línea { $line }, carácter { $character }).
           *[other] En este fichero JSON, { $count } nombres figuran dos veces en el mismo lugar, el primero «{ $key }» (línea { $line }, carácter { $character }).
        }
    .hint = Compare una de estas entradas con la plataforma; greffe publica el último valor que no está vacío.
    .explain =
        JSON no dice cuál de dos valores con el mismo nombre cuenta. greffe toma el último, salvo que sea nulo y el
        anterior no lo sea: una repetición vacía no dice nada. Quien escribió el fichero debería corregirlo.

bad-xml =
    .message =
        { $what ->
            [doctype] Este fichero XML tiene un tipo de documento (DOCTYPE), que greffe rechaza: puede hacer crecer un fichero sin fin.
            [entity] Este fichero XML usa «&{ $error };» en la línea { $line }, carácter { $character }, una abreviatura que no explica.
            [open] El elemento «{ $error }» de este fichero XML no se cierra nunca (línea { $line }, carácter { $character }).
            [empty] Este fichero XML no contiene ningún elemento.
            [outside] Hay texto fuera de los elementos de este fichero XML (línea { $line }, carácter { $character }).
           *[syntax] Este fichero XML está dañado en la línea { $line }, carácter { $character }: { $error }.
        }
    .hint = Descargue de nuevo el fichero desde la plataforma; una copia nueva es mejor que una reparada a mano.
    .explain =
        Desde el lugar indicado el fichero ya no sigue las reglas de XML, a menudo porque se interrumpió una descarga.
        El fichero se descarta y se cita en la página «Método»; greffe continúa.

bad-ballots =
    .message =
        { $what ->
            [start] Este fichero de papeletas empieza por «{ $value }» y no por dos números (candidatos y puestos).
            [number] «{ $value }» está en la línea { $line }, donde este fichero de papeletas pide un número.
            [candidate] La papeleta de la línea { $line } nombra al candidato «{ $value }», que no existe.
            [names] Este fichero de papeletas no tiene tantos nombres como candidatos (línea { $line }: { $value }).
           *[end] Este fichero de papeletas termina antes que sus papeletas (línea { $line }).
        }
    .hint = Descargue de nuevo el fichero desde la plataforma.
    .explain =
        Un fichero BLT contiene dos números, las papeletas, una línea con 0, los nombres entre comillas y un título. Este
        se aparta de la regla en el lugar indicado; se descarta y se cita en la página «Método».

lfs-pointer =
    .message = Este fichero es un puntero de Git LFS, no la exportación misma.
    .hint = Ejecute `git lfs pull` en el repositorio de donde viene, o descargue de nuevo la exportación desde la plataforma.
    .explain = 
        Algunos repositorios guardan los ficheros grandes en otro lugar y dejan unas líneas que dicen dónde. Copiados sin Git LFS, solo
        llegan esas líneas.
web-page =
    .message = Es una página web, no una exportación.
    .hint = Use la función de descarga o exportación de la plataforma; una página guardada desde el navegador, o la de un error, no contiene datos que puedan leerse con seguridad.
    .explain =
        El fichero empieza como una página HTML. A menudo el enlace de una exportación pide contraseña o ha caducado, y
        lo que se guardó es la página que lo dice.

cell-limit =
    .message =
        { $count ->
            [one] Una fila se ha descartado: una celda de { $size } supera el tamaño permitido ({ $limit }).
           *[other] { $count } filas se han descartado: una de sus celdas es demasiado grande (límite: { $limit }).
        }
    .hint = Si este texto es de verdad una aportación, suba el límite en `content/archive.yaml`: `limits: {"{"} cell: 20 MB {"}"}`.
    .explain =
        Una celda de varios megabytes es casi siempre una imagen o un fichero pegado en un texto, o unas comillas que no
        se cierran. La fila se descarta y se cita; todas las demás se publican.

record-limit =
    .message =
        { $what ->
            [values] Una fila de este fichero contiene más de { $limit } valores: la lectura se detuvo ahí.
           *[other] Una fila de este fichero supera { $limit }: la lectura se detuvo ahí.
        }
    .hint = Busque unas comillas sin cerrar justo debajo de la última fila leída; una exportación nueva es mejor que una reparada.
    .explain =
        Una fila que nunca acaba llenaría la memoria de la máquina. Lo que está por encima se publica; el resto del fichero
        cuenta como una fila descartada. `limits: {"{"} cell: … {"}"}` en `content/archive.yaml` mueve también este límite.

depth-limit =
    .message = Las listas y objetos de este fichero se anidan en más de { $limit } niveles.
    .hint = Si es de verdad una exportación, suba el límite en `content/archive.yaml`: `limits: {"{"} depth: 120 {"}"}`.
    .explain =
        Las exportaciones anidan tres o cuatro niveles. Un fichero con cientos de niveles se hizo para romper los programas
        que lo leen.

row-limit =
    .message =
        { $count ->
            [one] Una fila más allá de las primeras { $limit } se ha descartado.
           *[other] { $count } filas más allá de las primeras { $limit } se han descartado.
        }
    .hint = Suba el límite en `content/archive.yaml`: `limits: {"{"} rows: 100000000 {"}"}`.
    .explain =
        greffe lee ese número de filas de un fichero y no más, para que un fichero equivocado no ocupe la máquina sin fin.

column-limit =
    .message = Esta tabla tiene más de { $limit } columnas.
    .hint = Si es de verdad una exportación, suba el límite en `content/archive.yaml`: `limits: {"{"} columns: 50000 {"}"}`; si no, seguramente se reconoció mal el signo entre las columnas: escriba por ejemplo `delimiter: ";"`.
    .explain =
        Las hojas de cálculo acaban en 16 384 columnas. Una tabla con más se leyó casi siempre con un signo entre columnas equivocado, o es
        una matriz que ningún lector de un archivo miraría.

unknown-format =
    .message = greffe no sabe leer esta clase de fichero.
    .hint = Exporte los datos como CSV, XLSX, ODS o JSON, y ponga los adjuntos, como los PDF, en la carpeta `documents` de la consulta.
    .explain =
        greffe lee tablas (CSV, XLSX, XLS, ODS) y documentos de datos (JSON, JSON Lines, YAML), también
        comprimidos con gzip o en un ZIP. Este fichero es otra cosa, un PDF o una imagen por ejemplo. Se
        cita entre lo que se descartó y greffe sigue.
        Si las aportaciones solo existen en PDF, pida a la plataforma sus datos, o páselas a una tabla
        propia, con una fila para cada una.

hidden-in-workbook =
    .message = El libro oculta { $what ->
        [rows] { $count ->
            [one] 1 fila
           *[other] { $count } filas
        }
        [struck] { $count ->
            [one] 1 fila tachada
           *[other] { $count } filas tachadas
        }
        [noted] { $count ->
            [one] 1 fila con una nota que prohíbe publicarla
           *[other] { $count } filas con notas que prohíben publicarlas
        }
        [columns] { $count ->
            [one] 1 columna
           *[other] { $count } columnas
        } ({ $names })
       *[sheets] { $count ->
            [one] 1 hoja
           *[other] { $count } hojas
        } ({ $names })
    }: nada de ello se publica.
    .hint = Si era público, escriba `hidden: keep` bajo esta fichero{ $what ->
        [sheets] , o `sheet:` con el nombre de la hoja que debe leerse
       *[other] {""}
    }.
    .explain = Lo que alguien ocultó en un libro antes de enviarlo no estaba destinado a ser visto. Se descarta y se nombra aquí.
formulas-empty =
    .message =
        { $count ->
            [one] { $count } celda contiene una fórmula y ningún valor: se lee como vacía.
           *[other] { $count } celdas contienen una fórmula y ningún valor: se leen como vacías.
        }
    .hint = Abra el libro en una hoja de cálculo, guárdelo de nuevo y use el nuevo fichero.
    .explain = Un programa escribió las fórmulas y nunca las calculó. Lo que darían no está en el fichero.
lines-above =
    .message = 
        { $count ->
            [one] { $count } línea por encima de la tabla no se leyó.
           *[other] { $count } líneas por encima de la tabla no se leyeron.
        }
    .hint = La línea { $line } se tomó por el encabezado de la tabla; si es otra, indíquela: `header_row:` debajo de este fichero en `consultation.yaml`.
    .explain = 
        Por encima de una tabla suele haber títulos, fechas de exportación y notas. greffe toma la primera línea que parece su encabezado:
        nombres, sin repetir, de columnas que conoce. Lo que está por encima no forma parte del archivo.
no-header =
    .message = Esta tabla no tiene encabezado: su primera línea es una fila como las demás. Sus columnas se llaman «column 1», «column 2»…
    .hint = Diga qué son en `columns:` de `consultation.yaml`; si la primera línea es, pese a todo, un encabezado, escriba `header_row: 1` debajo de este fichero.
    .explain = 
        La primera línea contiene números, fechas o frases donde las filas de debajo también los tienen, y ningún nombre de columna
        conocido. Tomarla por encabezado haría perder una fila.
sheets-joined =
    .message = { $count } hojas tienen las mismas columnas y se leyeron como una sola tabla: { $names }.
    .hint = Para leer solo una, nómbrela: `sheet:` debajo de este fichero en `consultation.yaml`.
    .explain = 
        Cuando varias hojas de un libro tienen las mismas columnas, en el orden que sea, son una tabla cortada en partes. La columna
        «sheet» dice en qué hoja estaba la fila; nómbrela en `columns:` o `further:` para publicarla.
several-sheets =
    .message = Solo se ha leído la hoja «{ $sheet }» de este libro; las otras no: { $others }.
    .hint = Si necesita otra hoja, añada en `consultation.yaml`, en `sources`, otra entrada con el mismo `file:` y el nombre de la hoja en `sheet:`.
    .explain =
        Un libro tiene varias hojas, y cada entrada de `sources` lee una sola. Sin indicación, greffe toma la
        primera que tiene filas.
        Para leer dos hojas, nombre el fichero dos veces:
            sources:
              - file: sources/export.xlsx
                sheet: Propuestas
              - file: sources/export.xlsx
                sheet: Comentarios

ragged-row =
    .message =
        { $count ->
            [one] { $count } fila tiene menos celdas que el encabezado (celdas: { $form }); las que faltan cuentan como vacías.
           *[other] { $count } filas tienen menos celdas que el encabezado (celdas: { $form }); las que faltan cuentan como vacías.
        }
    .hint = Compare las últimas columnas de esta fila con la plataforma; si falta algo, exporte de nuevo el fichero.
    .explain =
        En una tabla, cada fila debería tener tantas celdas como el encabezado. Aquí faltan al final. greffe
        ha conservado la fila y ha dejado vacíos esos campos.
        Muchos programas omiten simplemente las celdas vacías al final de una fila; entonces no hay nada
        mal.

long-row =
    .message =
        { $count ->
            [one] { $count } fila tiene más celdas que el encabezado (celdas: { $form }); las que sobran están vacías y no se han tenido en cuenta.
           *[other] { $count } filas tienen más celdas que el encabezado (celdas: { $form }); las que sobran están vacías y no se han tenido en cuenta.
        }
    .hint = Normalmente no hay nada que hacer; si algún texto parece cortado, exporte de nuevo el fichero.
    .explain =
        Estas filas terminan con más signos entre columnas que el encabezado. Las celdas que sobran no contienen nada:
        greffe ha conservado las filas como están. Una hoja de cálculo hace esto a menudo cuando alguna vez
        se usó una celda muy a la derecha.

published-fields =
    .message = Estas columnas se publican como campos adicionales de cada aportación: { $columns }.
    .hint = Para dejar alguna fuera, dé en `columns:` dentro de `privacy:` la lista de las que pueden publicarse; para dejarlas todas, escriba ahí `columns: []`.
    .explain = En una tabla de ninguna plataforma, los textos que una palabra corriente nombra se publican junto al texto de la aportación. Mire si son para todo el mundo: las notas sobre personas no lo son.
duplicate-column =
    .message = Dos columnas tienen el mismo nombre, «{ $column }»; solo se lee la primera.
    .hint = Si necesita la segunda, guarde una copia de la tabla en la que tenga otro nombre, y nombre esa copia en `file:`.
    .explain =
        greffe encuentra las columnas por su nombre. Cuando dos llevan el mismo, toma la primera; la segunda
        no se publica.
        Conserve el fichero original. En una copia, dé a la segunda columna un nombre propio, en la fila de
        encabezado.

## La importación

unknown-profile =
    .message = No hay ningún perfil llamado «{ $value }».
    .hint = Corrija `profile:` en `consultation.yaml`, o borre la línea para que greffe reconozca el fichero por sus columnas{ $near-tail }.
    .explain =
        Un perfil dice cómo leer la exportación de una plataforma, por ejemplo `decidim/proposals`. El que
        se nombra aquí no viene con greffe ni está en `content/profiles`: greffe se ha detenido y ha dejado
        el sitio anterior como estaba.
        `greffe inspect`, seguido de su fichero, muestra qué perfil conviene. Para una tabla propia,
        describa en su lugar las columnas:
            sources:
              - file: sources/tabla.csv
                kind: proposal
                columns:
                  title: Título
                  body: Texto

status-lacking =
    .message = La columna que dice qué se publicó no está en este fichero («{ $column }»): filas ocultas en la plataforma pueden estar entre las que se publican.
    .hint = Exporte de nuevo con esta columna, o revise los textos antes de publicar.
    .explain = 
        Esta exportación dice en una columna aparte qué filas se moderaron, retiraron o nunca se publicaron. Sin ella todas parecen iguales.
profile-lacks =
    .message = Este fichero se leyó como «{ $profile }» aunque le falta { $missing }: está el { $share } % de lo que tiene esa exportación. Lo que contendrían esas columnas queda vacío.
    .hint = Exporte de nuevo con esas columnas si importan; si el fichero es otra cosa, nombre otro `profile:` o sus `columns:`.
    .explain = 
        Una exportación a la que le falta una columna, porque alguien la borró o porque la plataforma cambió, sigue siendo esa exportación. Se
        lee, los campos que faltan quedan vacíos, y se dice.
wrong-profile =
    .message =
        { $profile ->
            [columns] En `columns:` nombra usted columnas que el fichero no tiene: { $missing }.
           *[other] El perfil «{ $profile }» no conviene a este fichero: le faltan las columnas { $missing }.
        }
    .hint =
        { $profile ->
            [columns] Copie exactamente los nombres de las columnas, de la fila de encabezado del fichero a `columns:` en `consultation.yaml`{ $near-tail }.
           *[other] Corrija o borre el `profile:` de este fichero en `consultation.yaml`{ $near-tail }.
        }
    .explain =
        `consultation.yaml` dice cómo leer este fichero, con `profile:` o con `columns:`, pero algunas
        columnas que ahí se nombran no están en el fichero. Leerlo de todos modos haría perder sin ruido
        textos o votos: greffe se ha detenido y ha dejado el sitio anterior como estaba.
        `greffe inspect`, seguido del fichero, muestra los nombres de sus columnas y el perfil que conviene.
        Compruebe que es el fichero correcto y que su fila de encabezado no se ha cambiado ni traducido.
            sources:
              - file: sources/tabla.csv
                kind: proposal
                columns:
                  title: Título
                  body: Texto

bad-profile =
    .message =
        En el perfil «{ $profile }», { $fault ->
            [field] «{ $value }» no es un campo.
            [column] el campo «{ $field }» no nombra ninguna columna.
            [word] «{ $value }» no es una palabra que «{ $field }» conozca.
            [form] «{ $value }» no es una forma de fecha que greffe pueda releer.
            [code] «{ $value }» no es un motivo para descartar filas.
            [no-code] una entrada de `records` descarta filas sin dar el motivo.
            [required] no se exige ninguna columna: nunca se reconocería ningún fichero.
            [rows] se da `rows`, pero una tabla tiene sus filas arriba.
            [records] no hay nada en `records`: las filas no llegarían a ser nada.
            [condition] una condición no dice qué valores quiere ni si la celda está vacía.
            [zone] «{ $value }» no es una zona horaria.
            [missing] falta el ajuste `{ $value }`.
            [shape] `{ $field }` debe ser { $value ->
                [list] una lista
                [map] ajustes y valores
                [boolean] `true` o `false`
                [number] un número
               *[text] un solo texto
            }.
            [twice] el `id` ya es el de { $value }.
           *[other] algo está mal: { $value }.
        }
    .hint =
        { $fault ->
            [field] Corríjalo para que sea el nombre de un campo{ $near-tail }; `greffe schema profile` los describe todos.
            [column] Escriba detrás el nombre de una columna del fichero, como está en su encabezado, o `value:` con un texto siempre igual.
            [word] Sustitúyalo por una de estas: { $known }{ $near-tail }.
            [form] Escriba la forma con %d (día), %m (mes), %Y (año), %H, %M y %S, como `"%d/%m/%Y %H:%M"`.
            [code] Sustitúyalo por uno de estos: { $known }{ $near-tail }.
            [no-code] Añada `code:` con uno de estos: { $known }.
            [required] Escriba debajo de `recognise:` las columnas que distinguen esta exportación de otras, como `required: [Número, Texto]`.
            [rows] Borre la línea, o escriba `form: document` si el fichero es JSON con partes anidadas.
            [records] Escriba al menos una entrada debajo de `records:`, con `as:` y `fields:`.
            [condition] Añada `values: [uno, otro]`, o bien `empty: true` o `empty: false`.
            [zone] Escriba una región y una ciudad, por ejemplo `Europe/Madrid`.
            [missing] Añádalo; `greffe schema profile` dice qué significa.
            [shape] Escríbalo como muestra `greffe schema profile`{ $value ->
                [list] , por ejemplo `[uno, otro]`
                [map] , por ejemplo una línea sangrada `nombre: valor`
               *[other] { "" }
            }.
            [twice] Dé a este perfil otro `id`, o borre uno de los dos ficheros.
           *[other] Corrija este lugar en el fichero de `content/profiles`; `greffe schema profile` da la lista de lo permitido.
        }
    .explain =
        Un perfil de `content/profiles` dice a greffe cómo leer los ficheros de una plataforma. La línea que
        nombra el mensaje no es válida: un campo o una palabra que greffe no tiene, un campo sin columna, una
        forma de fecha ilegible… Todos los errores del fichero se dicen a la vez. greffe se ha detenido y ha
        dejado el sitio anterior como estaba.
            fields:
              title: Título
              body: Texto
              created_at: Fecha

unrecognised =
    .message =
        { $columns ->
            [0] greffe no reconoce este fichero y no publica nada que tendría que adivinar.
            [one] greffe no reconoce esta tabla de { $columns } columna y no publica nada que tendría que adivinar.
           *[other] greffe no reconoce esta tabla de { $columns } columnas y no publica nada que tendría que adivinar.
        }
    .hint = Diga qué contiene cada columna, en `columns:` de `consultation.yaml`: `greffe inspect` muestra un bloque para copiar. Si el fichero no forma parte de la consulta, quítelo de `sources:`{ $near-list }
    .explain =
        greffe reconoce las exportaciones de las plataformas que conoce por los nombres de sus columnas.
        Estas no corresponden a ninguna, y tampoco son las palabras corrientes (título, texto, votos…). La
        generación se detiene, para que nada adivinado se publique como si se supiera.
        Usted puede decir qué es cada columna. `greffe inspect`, seguido del fichero, muestra este bloque
        con los nombres de sus columnas:
            sources:
              - file: sources/tabla.csv
                kind: proposal
                columns:
                  id: Número
                  title: Título
                  body: Texto
                  votes_for: A favor

unrecognised-member =
    .message =
        { $columns ->
            [0] greffe no reconoce este fichero entre los demás; se ha descartado.
            [one] greffe no reconoce este fichero de { $columns } columna entre los demás; se ha descartado.
           *[other] greffe no reconoce este fichero de { $columns } columnas entre los demás; se ha descartado.
        }
    .hint = Si contiene aportaciones, añádalo en `consultation.yaml`, en `sources`, con sus propias `columns:`{ $near-list }
    .explain =
        Una entrada de `sources` puede ser una carpeta o un ZIP, y a menudo algunos de sus ficheros no tienen nada que ver
        con las aportaciones. Este no corresponde a ningún perfil: se ha descartado y se cita en la
        página «Método». Los otros ficheros se han leído.
        Si importa, nómbrelo por separado:
            sources:
              - file: sources/export/otra-tabla.csv
                kind: proposal
                columns:
                  title: Título
                  body: Texto

nothing-to-show =
    .message = Todos los textos de esta consulta están ocultos: { $count } aportaciones, y nada que publicar.
    .hint = Vea las advertencias de arriba: nombran las columnas y palabras que los ocultan, y los ajustes que deciden.
    .explain = Un archivo de textos ocultos serían páginas vacías. O los ficheros no son los públicos, o se entiende mal una palabra o columna.
nothing-readable =
    .message = greffe no ha encontrado ni aportaciones, ni comentarios, ni votos en los ficheros de esta consulta.
    .hint = Corrija primero lo que greffe dice de cada fichero y ejecute de nuevo `greffe build`.
    .explain =
        Todos los ficheros se han descartado: la consulta estaría vacía. greffe se ha detenido antes que
        publicar una página vacía; el sitio anterior queda como estaba.
        Ejecute `greffe inspect` con cada fichero: muestra lo que greffe reconoce en él. Lo habitual es que
        a una tabla propia le falte `columns:`, o que los ficheros no sean los que contienen las
        aportaciones.

missing-column =
    .message = Falta el ajuste `{ $column }`, o está vacío.
    .hint = Añada a `consultation.yaml` el ajuste `sources:` con al menos un `- file: sources/…`.
    .explain =
        Una consulta se hace a partir de los ficheros de su plataforma, y `consultation.yaml` no nombra
        ninguno. No hay nada que publicar: greffe se ha detenido y ha dejado el sitio anterior como estaba.
            title: Mi consulta
            sources:
              - file: sources/propuestas.csv
              - file: sources/comentarios.csv

shifted-row =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: sus celdas están desplazadas.
           *[other] { $count } filas se han descartado: sus celdas están desplazadas.
        }
    .hint = Exporte de nuevo el fichero; en una tabla propia, ponga entre comillas rectas los textos que contienen una coma o un punto y coma.
    .explain =
        En estas filas hay una fecha donde debería haber un número, o al revés: lo habitual es que un texto
        contenga el signo entre columnas sin ir entre comillas, y que todo lo que sigue se desplace a la derecha.
        greffe no ha podido ponerlo en su sitio con certeza; publicar un autor o unos votos equivocados
        sería peor que omitir la fila. Estas filas se citan en la página «Método».
        Pida a la plataforma otro formato (JSON o XLSX), o abra el fichero en una hoja de cálculo para ver
        el desplazamiento.

realigned-row =
    .message =
        { $count ->
            [one] { $count } fila tenía sus celdas debajo de columnas equivocadas; se ha puesto en orden y se ha conservado.
           *[other] { $count } filas tenían sus celdas debajo de columnas equivocadas; se han puesto en orden y se han conservado.
        }
    .hint = Compare esta fila con la plataforma para estar seguro de que su texto está entero.
    .explain =
        Un texto contenía el signo entre columnas sin comillas y se cortó en dos, o dos celdas se juntaron. Había un
        solo arreglo que ponía las fechas, los números y las direcciones en su sitio; greffe lo ha hecho y
        ha conservado las filas.
        El fichero original no se cambia. Una nueva exportación en otro formato, si la plataforma lo ofrece,
        quita la duda.

unknown-row-type =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: es de un tipo que el perfil no conoce.
           *[other] { $count } filas se han descartado: son de un tipo que el perfil no conoce.
        }
    .hint = Mire esta fila en el fichero; si contiene aportaciones, copie el perfil en `content/profiles` y añádale este tipo.
    .explain =
        Algunas exportaciones contienen varias clases de filas (propuestas, votos, denuncias…), que una
        columna distingue. El perfil no tiene regla para el tipo encontrado aquí: estas filas se han descartado
        y se citan en la página «Método»; todas las demás se publican.
        Las plataformas añaden de vez en cuando tipos nuevos. Dígaselo, por favor, al proyecto greffe, para
        que el perfil pueda aprenderlo.

missing-id =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: no tiene ni número propio ni texto por el que reconocerla.
           *[other] { $count } filas se han descartado: no tienen ni número propio ni texto por el que reconocerlas.
        }
    .hint = Si estas filas no están simplemente vacías, compruebe en `columns:` que `id`, `title` y `body` nombran las columnas correctas.
    .explain =
        Cada aportación necesita un identificador para su dirección permanente. Cuando el fichero no lo
        da, greffe calcula uno a partir del título y del texto, pero aquí también están vacíos. Las filas se
        han descartado y se citan en la página «Método».
        A menudo son filas en blanco o totales al final de una tabla; entonces no hay nada que hacer.

generated-id =
    .message =
        { $count ->
            [one] { $count } fila no tiene número propio; su dirección se ha calculado a partir de su título, su texto y su fecha.
           *[other] { $count } filas no tienen número propio; su dirección se ha calculado a partir de su título, su texto y su fecha.
        }
    .hint = Si la tabla tiene una columna con un número que no cambia nunca, nómbrela como `id:` debajo de `columns:` en `consultation.yaml`.
    .explain =
        Una página del archivo debe conservar su dirección para siempre. Sin identificador de la
        plataforma, greffe calcula uno a partir del título, del texto y de la fecha. Mientras no cambien,
        tampoco cambia la dirección; pero corregir una sola letra traslada la página.
        Si puede, añada una columna de números a una tabla propia antes de publicarla, y no la numere nunca
        de nuevo:
            columns:
              id: Número
              title: Título
              body: Texto

renewed-row =
    .message = 
        { $count ->
            [one] { $count } fila
           *[other] { $count } filas
        } de una exportación anterior difieren de una posterior solo en recuentos o fechas de cambio: vale el fichero nombrado en último lugar.
    .hint = No hay nada que hacer; para publicar lo que cambió entre las exportaciones, dé a cada una su día con `edition:`.
    .explain = 
        Dos exportaciones de una plataforma contienen las mismas aportaciones, con los votos de dos días. Cada una es una sola cosa.
duplicate-row =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: repite una fila ya leída ({ $example }).
           *[other] { $count } filas se han descartado: repiten filas ya leídas ({ $example }).
        }
    .hint = No hay nada que hacer; si un fichero entero está dos veces en `sources`, quite uno de los dos.
    .explain =
        Lo mismo (misma clase, mismo identificador, mismo contenido) está dos veces en los ficheros. Lo
        primero se conserva, lo segundo se descarta y se cita en la página «Método», para que nada
        cuente dos veces.
        Es habitual cuando dos exportaciones se solapan.

shared-id =
    .message =
        { $count ->
            [one] { $count } fila comparte el identificador de otra y dice otra cosa ({ $differs })
           *[other] { $count } filas comparten el identificador de otra y dicen otra cosa ({ $differs })
        }: esa columna no es un identificador.
    .hint = Nombre la columna correcta como `id:` en `columns:` de `consultation.yaml`, o ninguna (`id: ""`), pero solo si cada fila es una aportación por sí sola: si no, la misma se publicaría varias veces; si cada fila es un comentario, un voto o un autor, dígalo con sus columnas.
    .explain = 
        Filas que comparten un identificador y difieren en lo demás son cosas distintas, o una sola contada varias veces. Por encima de una fila
        de cada cien, la columna no puede distinguir una aportación de otra, y publicar perdería filas.
comments-apart =
    .message = Los textos de esta tabla se llaman comentarios, y sus títulos o números son los de aportaciones de otro fichero, o faltan: { $count ->
            [one] su fila parece un comentario
           *[other] sus { $count } filas parecen comentarios
        } sobre las aportaciones de otro fichero.
    .hint = Si son comentarios, escriba bajo este fichero, en lugar de sus `profile:` y `kind:`: `{ $comments }`; si a pesar de todo son aportaciones, `{ $contributions }`.
    .explain =
        Una tabla cuyos textos se llaman «comentario», sin títulos o con los de aportaciones de otro fichero, difícilmente
        contiene aportaciones nuevas. No se hace nada de ella antes de que alguien diga qué es.
shared-title =
    .message =
        { $count ->
            [one] { $count } comentario nombra aquello de lo que habla con un título que varias aportaciones comparten: queda aparte, en una página de ese título ({ $example }).
           *[other] { $count } comentarios nombran aquello de lo que hablan con un título que varias aportaciones comparten: quedan aparte, en una página de ese título ({ $example }).
        }
    .hint = Añada a los comentarios una columna con el número de la aportación, o corrija uno de los títulos.
    .explain = Nada dice a cuál de las aportaciones se refiere, y dar el comentario a la primera sería adivinar.
reply-elsewhere =
    .message =
        { $count ->
            [one] { $count } comentario dice responder a un comentario de otra aportación: se queda en la suya, como comentario aparte ({ $example }).
           *[other] { $count } comentarios dicen responder a comentarios de otra aportación: se quedan en la suya, como comentarios aparte ({ $example }).
        }
    .hint = Corrija en la exportación el número de la aportación o el del comentario respondido.
    .explain = Lo que un comentario dice por sí mismo de aquello de lo que habla se cree antes que a qué responde.
repeat-differs =
    .message = 
        { $count ->
            [one] { $count } fila repite una aportación con otro título u otro texto ({ $example }); se conservó la primera.
           *[other] { $count } filas repiten aportaciones con otro título u otro texto ({ $example }); se conservó la primera.
        }
    .hint = Compare estas filas con la plataforma; si son aportaciones propias, la columna de identificadores no es la correcta.
    .explain = 
        En esta exportación cada fila es un comentario, un voto o una etiqueta, y repite la aportación de la que trata. Todas las repeticiones
        deberían decir lo mismo.
joined-row =
    .message =
        { $count ->
            [one] { $count } fila completa una aportación de otro fichero, del mismo número y título: lo que dice se ha añadido allí ({ $example }).
           *[other] { $count } filas completan aportaciones de otro fichero, de los mismos números y títulos: lo que dicen se ha añadido allí ({ $example }).
        }
    .hint = No hay nada que hacer.
    .explain = Un fichero contiene los textos y otro los resultados, con los mismos números y títulos. Juntos son las aportaciones; se toman los recuentos del fichero nombrado en último lugar.
hidden-twin =
    .message =
        { $count ->
            [one] { $count } fila está dos veces, una mostrada y otra oculta o sin su autor: vale lo que oculta, y no se publica nada de ella ({ $example }).
           *[other] { $count } filas están dos veces, una mostradas y otra ocultas o sin su autor: vale lo que oculta, y no se publica nada de ellas ({ $example }).
        }
    .hint = Si el fichero más reciente se equivoca, quítelo de `sources`; para publicar lo que cambió entre dos exportaciones, dé a cada una su día con `edition:`.
    .explain =
        Dos filas, casi siempre de dos exportaciones, llevan el mismo número, y una dice que estaba oculta o eliminada,
        o que su autor se fue. Alguien lo quiso así, y lo publicado no se puede retirar: sea cual sea el orden de los
        ficheros, vale la fila que más oculta.
conflicting-id =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: otra lleva el mismo número pero un contenido distinto ({ $example }).
           *[other] { $count } filas se han descartado: otras llevan los mismos números pero un contenido distinto ({ $example }).
        }
    .hint = Deje en `sources` solo el fichero correcto, o póngalo el primero: se conserva la primera fila encontrada; para publicar lo que cambió entre dos exportaciones, dé a cada una su día con `edition:`.
    .explain =
        Dos filas dicen ser lo mismo, pero difieren en el texto, la fecha o los votos. A menudo hay dos
        exportaciones de días distintos una junto a otra. greffe conserva la primera en el orden de
        `sources`, descarta la otra y la cita en la página «Método».
        Ponga primero el fichero que debe prevalecer, o quite el más antiguo. Si son dos cosas distintas, es
        que el `id:` de `columns:` nombra una columna que no es un identificador.
            sources:
              - file: sources/export-final.csv
              - file: sources/export-provisional.csv

far-date =
    .message = { $count } fechas son anteriores a 1990 o posteriores a 2100 y se dejan vacías (como { $example }).
    .hint = Corrija esas fechas en la exportación, o mire si la columna contiene otra cosa.
    .explain = Ninguna consulta de esos años tiene exportación. Son errores, o campos vacíos que un programa llenó con su primer día. Quedan vacías: mejor ninguna fecha que una falsa.
date-order-taken =
    .message = Nada en esta columna dice si 03/04 es en abril o en marzo: { $count } fechas se leen con { $value ->
        [month] el mes
       *[day] el día
    } primero.
    .hint = { $value ->
        [month] Si el día va primero, escriba `month_first: false` bajo este fichero.
       *[day] Si el mes va primero, escriba `month_first: true` bajo este fichero.
    } Escríbalo en cualquier caso y esta advertencia desaparece.
    .explain = Una celda como 25/12/2024 probaría el orden para toda la columna; no hay ninguna, en ninguna columna de fechas de este fichero.
date-orders-mixed =
    .message = Esta columna tiene fechas con el día primero y otras con el mes primero: { $count } que podrían ser lo uno o lo otro se dejan vacías.
    .hint = Corrija el fichero; o escriba `month_first: true` o `false` bajo este fichero, si un orden vale para todas.
    .explain = 25/12/2024 prueba un orden y 12/25/2024 el otro. Lo que se prueba solo se lee; 03/04/2024 no se adivina.
bad-date =
    .message =
        { $count ->
            [one] { $count } fecha no se ha podido leer y se ha dejado vacía: { $example }.
           *[other] { $count } fechas no se han podido leer y se han dejado vacías: { $example }.
        }
    .hint = Diga cómo está escrita la fecha: en `consultation.yaml`, debajo de `columns:`, dé a esta columna un `format:` como "%d/%m/%Y".
    .explain =
        greffe lee las fechas como las escriben veinte idiomas y los programas usuales. Esta no es
        ninguna de ellas; adivinar podría errar en meses: la fecha se ha dejado vacía y la fila se ha
        conservado. No tiene lugar en el orden por fecha.
        En las formas indicadas (una celda ilegible nunca se cita), 9 representa una cifra cualquiera y a, una letra cualquiera. %d es el día, %m
        el mes, %Y el año, %H:%M la hora:
            columns:
              created_at:
                column: Fecha
                format: "%d/%m/%Y"
        Si solo se duda del orden del día y del mes, escriba `month_first: true` debajo del fichero.

zone-unknown =
    .message =
        { $count ->
            [one] { $count } hora lleva el nombre de un huso que greffe no conoce o que designa varios: solo se tomó el día ({ $example }).
           *[other] { $count } horas llevan el nombre de un huso que greffe no conoce o que designa varios: solo se tomó el día ({ $example }).
        }
    .hint = En la exportación, ponga la diferencia en lugar de ese nombre: `2024-03-05 14:05 +02:00`.
    .explain = `CEST` quiere decir una sola cosa, `CST` e `IST` varias: la hora de Chicago o de Pekín, de la India, de Irlanda o de Israel. En vez de adivinar, greffe conserva el día escrito y deja la hora.
odd-date =
    .message =
        { $count ->
            [one] { $count } fecha está escrita en una forma poco habitual; se ha leído de la única manera que tiene sentido: { $example }.
           *[other] { $count } fechas están escritas en una forma poco habitual; se han leído de la única manera que tiene sentido: { $example }.
        }
    .hint = Compare una de estas fechas con la plataforma; si es correcta, no hay nada que hacer.
    .explain =
        Estas fechas están dañadas o son poco habituales (una letra de más, una parte que falta), pero solo
        es posible una lectura. greffe la ha tomado y ha conservado las filas. En las formas indicadas (una celda ilegible nunca se cita), 9
        representa una cifra cualquiera y a, una letra cualquiera.
        Si están mal en el sitio, diga cómo están escritas:
            columns:
              created_at:
                column: Fecha
                format: "%Y/%m/%d"

thousands-taken =
    .message = Los signos ante tres cifras se leen como separadores de millares: { $count } celdas.
    .hint = Si son decimales, escriba `decimal: ","` o `decimal: "."` bajo este fichero.
    .explain = Nada en la columna prueba si 1.234 es mil doscientos treinta y cuatro, o poco más de uno. En una columna de recuentos casi siempre es lo primero: es lo que se tomó.
bad-number =
    .message =
        { $count ->
            [one] { $count } celda que debería contener un número contiene otra cosa y se ha dejado vacía: { $example }.
           *[other] { $count } celdas que deberían contener un número contienen otra cosa y se han dejado vacías: { $example }.
        }
    .hint = Compruebe en `consultation.yaml` que esta columna contiene de verdad un número de votos o de comentarios; en una tabla propia, escriba en ella solo cifras.
    .explain =
        Los números de votos o de comentarios son enteros y nunca negativos. Lo que hay en estas celdas no
        lo es; greffe ha dejado el número vacío (desconocido, que no es cero) y ha conservado la fila.
        En una tabla propia, escriba «12», y no «unos 12» o «12 votos». Si se ha nombrado una columna
        equivocada, corríjala:
            columns:
              votes_for: A favor

hidden-by-word =
    .message = Se retienen { $count } textos: esta columna habla de publicación, y greffe no sabe lo que dice ahí ({ $example }).
    .hint = Si eran públicos, escriba bajo este fichero, con las palabras tal cual: `statuses:` y debajo `{ $example }: published` (o moderated, withdrawn, erased). O `hidden: keep` para publicar todo lo oculto en este fichero.
    .explain = En una columna que habla de publicación o moderación solo dejan pasar un texto las palabras que se sabe que dicen publicado. Las filas quedan, como moderadas; sus textos, títulos y autores no están en ninguna salida.
hidden-by-column =
    .message = Se retienen { $count } textos: esta columna dice qué filas eran públicas, y lo que dice ahí no las muestra ({ $example }).
    .hint = Si una palabra quiere decir que una fila era pública, escriba `statuses: {"{"} "la palabra": published {"}"}` bajo este fichero; si todas lo eran, `hidden: keep`.
    .explain = Una columna llamada oculto, eliminado, privado, borrador, spam o no publicar oculta cada fila donde dice algo distinto de no; una llamada publicado o visible, o que pide un acuerdo para publicar, oculta donde no dice sí (∅: está vacía ahí). Las filas quedan, como moderadas; sus textos no están en ninguna salida.
hidden-by-title =
    .message =
        { $count ->
            [one] Se retiene { $count } texto: está bajo un título, en una hoja o en una lista que dice que no era público ({ $example }).
           *[other] Se retienen { $count } textos: están bajo un título, en una hoja o en una lista que dice que no eran públicos ({ $example }).
        }
    .hint = Si eran públicos, escriba `hidden: keep` debajo de este fichero.
    .explain = Una fila que solo contiene un título («Propuestas ocultas»), una hoja («Eliminadas») o una lista (`hidden_proposals`) habla de todas las filas siguientes, hasta el próximo título. Se quedan, como moderadas; sus textos no están en ninguna salida.
text-taken-down =
    .message =
        { $count ->
            [one] { $count } texto solo dice que hubo uno y que se retiró: su fila queda como borrada.
           *[other] { $count } textos solo dicen que hubo uno y que se retiró: sus filas quedan como borradas.
        }
    .hint = No hay nada que hacer; si es el propio texto, escriba `hidden: keep` bajo este fichero.
    .explain = Las plataformas escriben «[eliminado]» o «Este comentario ha sido retirado» en lugar de un texto que ya no está. Si otra exportación aún contiene el texto, tampoco se publica de ahí.
name-withheld =
    .message =
        { $count ->
            [one] No se nombra a { $count } autor: lo dice esta columna ({ $example }).
           *[other] No se nombra a { $count } autores: lo dice esta columna ({ $example }).
        }
    .hint = Si una palabra quiere decir ahí que el nombre era público, escriba `statuses: {"{"} "la palabra": published {"}"}` bajo este fichero.
    .explain = Una columna llamada anónimo u ocultar mi nombre calla el autor de cada fila donde dice algo distinto de no; una llamada publicar mi nombre o nombre visible, de cada fila donde no dice sí (∅: está vacía ahí). Los textos quedan.
hidden-row =
    .message = La fila estaba oculta: no se publica.
    .hint = Si era pública, escriba `hidden: keep` bajo este fichero.
    .explain = Las filas ocultas de un libro, y los textos unidos a una fila cuyas columnas dicen que estaba oculta, se descartan por su nombre.
unknown-value =
    .message =
        { $count ->
            [one] En { $count } celda, greffe no conoce la palabra usada y la ha dejado vacía: { $example }.
           *[other] En { $count } celdas, greffe no conoce la palabra usada y las ha dejado vacías: { $example }.
        }
    .hint = Diga qué significa la palabra: debajo de `columns:` en `consultation.yaml`, dé a esta columna `values:` con la palabra y su sentido.
    .explain =
        En algunas columnas greffe debe saber qué quiere decir cada palabra: ¿un comentario está a favor o
        en contra, una aportación está publicada o retirada? La palabra indicada no está en la lista del
        perfil. La fila se conserva, solo este campo queda vacío.
        En una tabla propia puede traducir las palabras. Las posturas y los votos son for (a favor), against
        (en contra), neutral (neutral), none (ninguno); los estados son published (publicado), withdrawn
        (retirado), moderated (ocultado por la moderación), erased (borrado):
            columns:
              side:
                column: Opinión
                values:
                  De acuerdo: for
                  En desacuerdo: against

bad-coordinates =
    .message =
        { $count ->
            [one] { $count } lugar tiene coordenadas imposibles; no se publican: { $example }.
           *[other] { $count } lugares tienen coordenadas imposibles; no se publican: { $example }.
        }
    .hint = Compruebe que `latitude` y `longitude` nombran las columnas correctas y que los valores están en grados, como 48.85 y 2.35.
    .explain =
        Una latitud está entre −90 y 90, una longitud entre −180 y 180, ambas en grados; «0, 0» quiere decir
        que nadie las rellenó. Otros valores pondrían la aportación en un lugar equivocado del mapa:
        greffe ha descartado el punto y ha conservado la fila.
        Las coordenadas en otro sistema (Lambert 93, por ejemplo, con valores como 652381) deben convertirse
        antes.
            columns:
              latitude: Lat
              longitude: Lon

missing-parent =
    .message =
        { $form ->
            [comment]
                { $count ->
                    [one] { $count } comentario trata de una aportación que no está en ningún fichero.
                   *[other] { $count } comentarios tratan de una aportación que no está en ningún fichero.
                }
            [vote]
                { $count ->
                    [one] { $count } voto trata de una aportación que no está en ningún fichero.
                   *[other] { $count } votos tratan de una aportación que no está en ningún fichero.
                }
            [tag]
                { $count ->
                    [one] { $count } palabra clave está puesta en una aportación que no está en ningún fichero.
                   *[other] { $count } palabras clave están puestas en una aportación que no está en ningún fichero.
                }
           *[other]
                { $count ->
                    [one] { $count } fila pertenece a una aportación que no está en ningún fichero, o no dice a qué.
                   *[other] { $count } filas pertenecen a una aportación que no está en ningún fichero, o no dicen a qué.
                }
        }
    .hint = Por ejemplo: { $example }. Añada a `sources`, en `consultation.yaml`, el fichero exportado que contiene las aportaciones en cuestión.
    .explain =
        Los comentarios, los votos, las respuestas y las enmiendas pertenecen a una aportación. La que
        nombran no está en ningún fichero: se borró, nunca fue pública o falta su exportación. greffe guarda
        lo que tiene: una página vacía, con el identificador correcto y sin puesto, los acoge y dice que la
        aportación está fuera de la exportación. Una fila que no dice en absoluto a qué pertenece se descarta
        y se cita en la página «Método»; una palabra clave sin su aportación se omite.
        Lo más frecuente es que falte un fichero. Añádalo:
            sources:
              - file: sources/propuestas.csv
              - file: sources/comentarios.csv

orphan-reply =
    .message =
        { $count ->
            [one] { $count } respuesta contesta a un comentario que no está en ningún fichero; se ha conservado en el primer nivel ({ $example }).
           *[other] { $count } respuestas contestan a un comentario que no está en ningún fichero; se han conservado en el primer nivel ({ $example }).
        }
    .hint = No hay nada que hacer si el comentario se borró en la plataforma; si no, añada a `sources` la exportación que lo contiene.
    .explain =
        El comentario al que se contestaba no está, normalmente porque la moderación o su autor lo borró. La
        respuesta se conserva: está en el primer nivel debajo de su aportación y lleva la mención de que
        contesta a un comentario ausente. Los identificadores indicados son los de los comentarios ausentes.

parent-loop =
    .message = 
        { $count ->
            [one] { $count } aportación es su propia antecesora; se omitió su padre ({ $example }).
           *[other] { $count } aportaciones son sus propias antecesoras; se omitieron sus padres ({ $example }).
        }
    .hint = Compruebe que `parent_id` nombra la columna con el número del padre; en la exportación de una plataforma no hay nada que hacer.
    .explain = 
        Una aportación no puede pertenecer a lo que le pertenece, pero el fichero lo dice. Para poder mostrarlas, greffe cortó el círculo:
        todas se conservan y una está en el primer nivel.
thread-loop =
    .message =
        { $count ->
            [one] { $count } cadena de comentarios se contesta en círculo; se ha cortado ({ $example }).
           *[other] { $count } cadenas de comentarios se contestan en círculo; se han cortado ({ $example }).
        }
    .hint = Compruebe que `reply_to` nombra la columna del comentario al que se contesta; en la exportación de una plataforma no hay nada que hacer.
    .explain =
        Un comentario no puede contestar a una de sus propias respuestas, pero el fichero lo dice. Para
        poder mostrarlos, greffe ha cortado el círculo: uno de los comentarios está en el primer nivel,
        todos se conservan.
        En una tabla propia suele ser un número equivocado en la columna de los comentarios contestados.

ambiguous-parent =
    .message =
        { $count ->
            [one] { $count } referencia puede designar varias aportaciones que tienen el mismo número; greffe ha tomado la primera: { $example }.
           *[other] { $count } referencias pueden designar varias aportaciones que tienen el mismo número; greffe ha tomado la primera: { $example }.
        }
    .hint = Diga de qué clase se trata: debajo de `columns:` en `consultation.yaml`, nombre la columna de la clase como `on_kind` (comentarios, votos) o `parent_kind`.
    .explain =
        Las plataformas numeran por separado las propuestas, las preguntas, etc., de modo que puede haber
        una propuesta 12 y una pregunta 12. Un comentario sobre «12», sin la clase, conviene a ambas. greffe
        ha tomado la primera y ha conservado el comentario; puede estar en la página equivocada.
            columns:
              on_kind: Clase comentada
              on_id: Número comentado
              body: Texto

topic-ring =
    .message =
        { $count ->
            [one] { $count } tema es su propio antecesor: { $example }.
           *[other] { $count } temas son sus propios antecesores: { $example }.
        }
    .hint = Mire los padres de estos temas en la exportación. Ahora están en lo alto del árbol.
    .explain = Un tema situado debajo de sí mismo no tiene lugar en un árbol. greffe quitó el padre de un tema de cada bucle, no perdió nada más, y lo dice.
topic-deep =
    .message =
        { $count ->
            [one] { $count } tema está a más de 16 niveles: ahora cuelga del decimosexto.
           *[other] { $count } temas están a más de 16 niveles: ahora cuelgan del decimosexto.
        }
    .hint = Nada que hacer, salvo que la columna de temas no sea lo que parece: ¿es correcto el signo entre los temas?
    .explain = Un árbol de temas tiene pocos niveles; una cadena de cientos haría que cada página enumerase todo lo que hay debajo. Todos los temas están, con lo que les pertenece.
unknown-tag =
    .message =
        { $count ->
            [one] { $count } fila usa una palabra clave cuyo nombre no está en ningún fichero; en su lugar se muestra su número: { $example }.
           *[other] { $count } filas usan una palabra clave cuyo nombre no está en ningún fichero; en su lugar se muestra su número: { $example }.
        }
    .hint = Añada la exportación de las palabras clave a `sources` en `consultation.yaml`.
    .explain =
        Esta plataforma guarda los nombres de las palabras clave en un fichero propio; el otro fichero solo
        contiene sus números. El nombre no está, así que los lectores ven el número.
            sources:
              - file: sources/tags.csv
              - file: sources/taggings.csv

declared-missing =
    .message =
        { $kind ->
            [comment]
                { $count ->
                    [one] La plataforma declara { $count } comentario cuyo texto no está en los ficheros.
                   *[other] La plataforma declara { $count } comentarios cuyos textos no están en los ficheros.
                }
            [amendment]
                { $count ->
                    [one] La plataforma declara { $count } enmienda cuyo texto no está en los ficheros.
                   *[other] La plataforma declara { $count } enmiendas cuyos textos no están en los ficheros.
                }
           *[other]
                { $count ->
                    [one] La plataforma declara { $count } elemento más, cuyo texto no está en los ficheros.
                   *[other] La plataforma declara { $count } elementos más, cuyos textos no están en los ficheros.
                }
        }
    .hint = Pida a la plataforma la exportación completa y añada sus ficheros a `sources` en `consultation.yaml`.
    .explain =
        La exportación dice cuántos había, pero faltan sus textos: quizá tienen un fichero propio, quizá la
        plataforma no los exporta. greffe publica el número declarado y dice en la página «Método» que los
        textos no están en el archivo.
        Si la consulta sigue en línea, pida ahora la exportación que falta: más tarde puede ser imposible.

never-public =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: nunca fue pública en la plataforma (borrador o sin publicar).
           *[other] { $count } filas se han descartado: nunca fueron públicas en la plataforma (borradores o sin publicar).
        }
    .hint = No hay nada que hacer.
    .explain =
        Las exportaciones de administración contienen también borradores y textos que nunca se mostraron al
        público. Un archivo guarda lo que se mostró al público: estas filas no se publican. Se
        cuentan y se citan en la página «Método» solo por su número de fila, sin su contenido.

abuse-report =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: es una denuncia hecha a la moderación.
           *[other] { $count } filas se han descartado: son denuncias hechas a la moderación.
        }
    .hint = No hay nada que hacer.
    .explain =
        Los participantes pueden denunciar un texto a la moderación. Esas denuncias son confidenciales y
        nunca formaron parte del debate público: greffe no las publica. Se cuentan y se citan en la página
        «Método» solo por su número de fila.

persons-only =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: describe a una persona, no una aportación.
           *[other] { $count } filas se han descartado: describen a personas, no aportaciones.
        }
    .hint = Quite este fichero de `sources` si puede: un archivo no necesita una lista de personas.
    .explain =
        El fichero es una lista de participantes, a menudo con sus correos electrónicos. Nada de lo que
        contiene debe estar en un archivo; greffe no pone nada de él ni en el sitio ni en los datos.
        Lo más seguro es no guardar este fichero en la carpeta del proyecto.

derived-counts =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: solo contiene cifras calculadas a partir de otros ficheros.
           *[other] { $count } filas se han descartado: solo contienen cifras calculadas a partir de otros ficheros.
        }
    .hint = No hay nada que hacer, mientras los ficheros con las aportaciones estén en `sources`.
    .explain =
        Algunas exportaciones traen tablas de totales. greffe cuenta por sí mismo a partir de las
        aportaciones, los comentarios y los votos, así que no las necesita; tomar ambas haría contar dos
        veces. Estas filas se citan en la página «Método» entre lo que se descartó.

duplicate-view =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: muestra de otra forma lo que otro fichero ya contiene.
           *[other] { $count } filas se han descartado: muestran de otra forma lo que otro fichero ya contiene.
        }
    .hint = No hay nada que hacer, mientras la exportación completa esté en `sources`.
    .explain =
        La plataforma ofrece los mismos datos de varias formas, por ejemplo una exportación completa y otra
        simplificada. greffe toma la más completa, para que nada cuente dos veces; las filas de la otra se
        citan en la página «Método» entre lo que se descartó.

older-copy =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: una fila posterior del fichero contiene lo mismo en un estado más reciente.
           *[other] { $count } filas se han descartado: filas posteriores del fichero contienen lo mismo en un estado más reciente.
        }
    .hint = No hay nada que hacer: se publica el estado más reciente y los anteriores se citan en la página «Método».
    .explain =
        El fichero es el diario de un programa que visitó el sitio varias veces, por lo que la misma
        aportación figura en él más de una vez. Se publica su último estado.

empty-row =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: no responde a ninguna pregunta ni contiene ningún texto.
           *[other] { $count } filas se han descartado: no responden a ninguna pregunta ni contienen ningún texto.
        }
    .hint = No hay nada que hacer, salvo que los textos de estas filas estén en una columna que el perfil no nombra.
    .explain =
        En esta exportación son las celdas de una fila las que se convierten en aportaciones. Una fila con
        todas sus celdas vacías no da ninguna; se cuenta y se cita, y no se publica nada de ella.

repeated-header =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: repite el encabezado.
           *[other] { $count } filas se han descartado: repiten el encabezado.
        }
    .hint = No hay nada que hacer: se pusieron ficheros uno tras otro, cada uno con su encabezado.
    .explain = 
        Cuando se unieron exportaciones a mano, sus encabezados quedan entre las filas. Una fila cuyas celdas son los nombres de las columnas
        es una de ellas.
total-row =
    .message = 
        { $count ->
            [one] { $count } fila se descartó: es un total o una media.
           *[other] { $count } filas se descartaron: son totales o medias.
        }
    .hint = Si pese a todo es una aportación, dele un número y un texto en la exportación.
    .explain = 
        Una fila de totales no es una aportación: quedaría la primera en la clasificación. Se reconoce por su palabra (total, suma, media)
        con solo números al lado o, entre las últimas filas, por ser la suma de sus columnas, sin texto, autor ni fecha propios.
note-row =
    .message = 
        { $count ->
            [one] { $count } fila se descartó: es una nota, no una entrada.
           *[other] { $count } filas se descartaron: son notas, no entradas.
        }
    .hint = Si pese a todo es una aportación, rellene sus otras columnas en la exportación.
    .explain = 
        Debajo de muchas tablas hay leyendas, fuentes y observaciones. Entre las últimas filas, aquella cuyo único texto está donde las demás
        tienen su número o su título es una de ellas.
other-table =
    .message = 
        { $count ->
            [one] { $count } fila se descartó: pertenece a otra tabla, debajo de esta.
           *[other] { $count } filas se descartaron: pertenecen a otra tabla, debajo de esta.
        }
    .hint = Si necesita esa tabla, corte el fichero en dos y nombre los dos en `sources:`.
    .explain = 
        Algunos ficheros contienen una tabla debajo de otra. Una fila cuyas celdas son todas nombres de columnas, distintos de los de esta tabla,
        empieza la segunda; sus filas no caben en estas columnas.
hxl-row =
    .message = La fila bajo el encabezado contiene etiquetas HXL (#etiqueta) y no datos: se ha descartado.
    .hint = No hay nada que hacer.
    .explain =
        El lenguaje de intercambio humanitario (HXL) añade bajo el encabezado de una tabla una fila de etiquetas
        que dice a los programas qué significan las columnas. No dice nada que un lector del archivo buscaría.

incomplete-document =
    .message =
        { $count ->
            [one] El documento contiene { $held } de las { $declared } entradas que anuncia.
           *[other] { $count } documentos contienen menos entradas de las que anuncian, el primero { $held } de { $declared }.
        }
    .hint = Pida a la plataforma las que faltan (las páginas siguientes de su respuesta) mientras funcione, y ponga también esos ficheros en `sources`.
    .explain =
        La plataforma da las listas largas por partes y dice cuántas entradas tiene la lista entera. Aquí el
        fichero solo contiene una parte. Lo que está se publica; lo que falta no puede publicarse.

far-points =
    .message =
        { $count ->
            [one] { $count } aportación está fuera del territorio: { $example }.
           *[other] { $count } aportaciones están fuera del territorio, por ejemplo { $example }.
        }
    .hint = La latitud y la longitud pueden haberse invertido o escrito mal en la plataforma. Se publican tal cual; `territory: {"{"} name: …, bbox: [oeste, sur, este, norte] {"}"}` en `consultation.yaml` dice dónde tuvo lugar la consulta.
    .explain =
        Los puntos se comparan con el rectángulo del territorio que da `consultation.yaml`. Sin él se comparan
        entre sí: un punto se considera lejano cuando está a más de diez veces la distancia habitual del
        centro, y al menos a dos grados de él. greffe no mueve ni oculta ningún punto.

not-archived =
    .message =
        { $count ->
            [one] { $count } fila se ha descartado: es un dato de la plataforma sin sentido en un archivo.
           *[other] { $count } filas se han descartado: son datos de la plataforma sin sentido en un archivo.
        }
    .hint = No hay nada que hacer.
    .explain =
        Las exportaciones contienen también filas que solo sirven a la propia plataforma, como ajustes o
        enlaces internos. No forman parte de lo que fue público; greffe no las publica y las cita en la
        página «Método» entre lo que se descartó.

personal-column =
    .message =
        { $count ->
            [one] { $count } columna con datos personales no se publica nunca: { $columns }.
           *[other] { $count } columnas con datos personales no se publican nunca: { $columns }.
        }
    .hint = No hay nada que hacer; guarde el fichero original fuera de todo lugar público.
    .explain =
        Una exportación puede contener correos electrónicos, teléfonos, fechas de nacimiento y cosas
        parecidas, pero nunca llegan al sitio ni a los datos. greffe solo toma las columnas que sabe
        públicas, y nombra aquí las que contienen datos personales.
        El fichero original, en `sources`, los sigue conteniendo: no lo ponga en un repositorio público. El
        `.gitignore` que escribe `greffe new` se encarga de ello.

unread-column =
    .message =
        { $what ->
            [texts] La columna «{ $column }» contiene textos en el { $share } % de las filas y no se lee.
            [votes] La columna «{ $column }» contiene números de votos en el { $share } % de las filas y no se lee.
            [numbers] La columna «{ $column }» no tiene encabezado; contiene números en el { $share } % de las filas y no se lee.
            [no-votes] La columna «{ $column }» lleva un nombre de votos, pero la mayoría de sus celdas no son números: no se lee.
            [no-dates] La columna «{ $column }» lleva un nombre de fecha, pero la mayoría de sus celdas no lo son: no se lee.
           *[dates] La columna «{ $column }» contiene fechas en el { $share } % de las filas y no se lee.
        }
    .hint =
        { $what ->
            [texts] Para publicarla, escriba `{ $line }` debajo de este fichero en `consultation.yaml`; para que sea el texto de las aportaciones, nómbrela como `body:` en `columns:`.
            [votes] Para contarlos, nómbrela como `votes_for:` en `columns:` de `consultation.yaml`; para publicarla tal cual, escriba `{ $line }` debajo de este fichero.
            [numbers] Póngale un encabezado: guarde una copia de la tabla en la que lo tenga y nombre esa copia en `file:`; dos líneas de encabezados piden `header_row:`.
            [no-votes] Escriba números en ella, o publíquela tal cual con `{ $line }` debajo de este fichero en `consultation.yaml`.
            [no-dates] Escriba en ella las fechas como 2024-03-31, o publíquela tal cual con `{ $line }` debajo de este fichero en `consultation.yaml`.
           *[dates] Para publicarla, escriba `{ $line }` debajo de este fichero en `consultation.yaml`; si es la fecha de las aportaciones, nómbrela como `created_at:` en `columns:`.
        }
    .explain = 
        Una columna de textos, votos o fechas que ningún campo lee puede ser la mitad de lo que se dio. greffe nunca decide solo publicar una
        columna que no conoce: puede ser personal o significar otra cosa. Una línea decide.
further-personal =
    .message = La columna «{ $value }» parece personal: no se publica como campo adicional.
    .hint = Quítela de `further:`. Si nombra a los autores, escríbala como `author_name:` en `columns:`: aparecerá entonces como diga `privacy:`.
    .explain = 
        Un campo adicional se publica tal cual, a la vista de todos, durante décadas. Nombres, direcciones, teléfonos y fechas de nacimiento no
        se publican nunca así.
unused-column =
    .message =
        { $count ->
            [one] { $count } columna no se publica: { $columns }.
           *[other] { $count } columnas no se publican: { $columns }.
        }
    .hint = Para publicar tal cual una de estas columnas, nómbrela en `further:` debajo de este fichero, en `consultation.yaml`, después de comprobar que no contiene nada personal.
    .explain =
        greffe solo publica las columnas cuyo sentido conoce. Las demás quedan en el fichero original y no
        se publican, porque podrían contener datos personales.
        Con sus propias `columns:` puede añadir otras, que se publican tal cual en `fields.csv`:
            sources:
              - file: sources/tabla.csv
                kind: proposal
                columns:
                  title: Título
                  body: Texto
                further:
                  - Presupuesto
                  - Barrio

## La limpieza

markup-removed =
    .message =
        { $count ->
            [one] { $count } texto contenía imágenes, vídeos o programas no permitidos; se han quitado: { $example }.
           *[other] { $count } textos contenían imágenes, vídeos o programas no permitidos; se han quitado: { $example }.
        }
    .hint = No hay nada que hacer, salvo que las imágenes importen: póngalas entonces en la carpeta `documents` de la consulta.
    .explain =
        Las aportaciones son textos de otras personas y pueden contener programas, imágenes de otros
        sitios, vídeos o estilos. Podrían dañar a los lectores, espiarlos o dejar de funcionar, así que
        greffe los quita. Las palabras, las listas, los enlaces y los énfasis se conservan.

control-removed =
    .message =
        { $count ->
            [one] { $count } texto contenía caracteres de control invisibles, que se han quitado.
           *[other] { $count } textos contenían caracteres de control invisibles, que se han quitado.
        }
    .hint = No hay nada que hacer.
    .explain =
        Algunos caracteres no se ven pero estorban: pueden romper ficheros, invertir el sentido de una frase
        u ocultar palabras. Suelen venir de copiar y pegar desde otro programa. greffe los ha quitado; el
        texto visible es el mismo.

mojibake =
    .message =
        { $count ->
            [one] { $count } texto contiene acentos dañados ({ $form }); queda como está: { $example }.
           *[other] { $count } textos contienen acentos dañados ({ $form }); quedan como están: { $example }.
        }
    .hint =
        { $value ->
            [repair] Estos no se pudieron restablecer del todo sin adivinar: compare con la plataforma y use su fichero original si lo tiene.
           *[other] Compare con la plataforma: si muestra bien las letras, escriba `repair: mojibake` debajo de este fichero en `consultation.yaml` (o `encoding: utf-8`, si fue greffe quien leyó mal el fichero).
        }
    .explain =
        Las letras acentuadas se han convertido en otras («Ã©» o «√©» por «é», o «�»), porque el texto se
        leyó alguna vez con la codificación equivocada. La flecha del mensaje dice qué error es el más
        probable. greffe no cambia nada: puede ser exactamente lo que mostraba la plataforma, y un arreglo
        equivocado falsearía una cita.
        Si el daño viene de una hoja de cálculo, use el fichero original de la plataforma. Si fue greffe
        quien eligió mal la codificación, indique la correcta. Si el propio fichero contiene las letras
        dañadas y la plataforma mostraba las buenas, pida la reparación: solo restablece lo que puede
        restablecerse del todo, y la página de método dice cuántos textos cambió y cómo.
            sources:
              - file: sources/export.csv
                repair: mojibake

repaired =
    .message =
        { $count ->
            [one] { $count } texto tenía acentos dañados ({ $form }) y se ha reparado, como pide `repair: mojibake`: { $example }.
           *[other] { $count } textos tenían acentos dañados ({ $form }) y se han reparado, como pide `repair: mojibake`: { $example }.
        }
    .hint = Mire algunos en el sitio. Para dejarlos como están en el fichero, quite `repair: mojibake`.
    .explain =
        `repair: mojibake` debajo de un fichero restablece las letras que se leyeron alguna vez con una
        codificación equivocada («Ã©» o «√©» por «é»). Un texto solo se cambia si cada lugar dañado vuelve a
        ser letras enteras y no queda ningún rastro; los demás quedan como están y se señalan con
        «mojibake». La flecha dice qué error se deshizo. La página de método publica el número de textos, la
        regla y un ejemplo.
            sources:
              - file: sources/export.csv
                repair: mojibake

unknown-zone =
    .message = «{ $value }» no es un huso horario que greffe conozca.
    .hint = Escriba `time_zone` como una región y una ciudad, por ejemplo `Europe/Paris`{ $near-tail }.
    .explain =
        A menudo las fechas de una exportación no dicen en qué huso horario están, y greffe necesita
        saberlo. Sin ello, las aportaciones escritas cerca de la medianoche caerían en el día equivocado.
        greffe se ha detenido y ha dejado el sitio anterior como estaba.
        Los husos horarios tienen nombres internacionales, hechos de un continente u océano y una ciudad.
        Sin esta línea, es `Europe/Paris`.
            time_zone: America/Martinique

## La comprobación

empty-text =
    .message =
        { $count ->
            [one] { $count } aportación publicada no tiene ni título ni texto: { $example }.
           *[other] { $count } aportaciones publicadas no tienen ni título ni texto: { $example }.
        }
    .hint = Compruebe que `title` y `body` nombran las columnas correctas en `consultation.yaml`, o exporte de nuevo con los textos.
    .explain =
        Las filas están ahí, quizá incluso con votos, pero sin palabras. Sus páginas existen y estarían
        vacías. A menudo la exportación omitió los textos, o las columnas se llaman de otro modo que el
        previsto; a veces el autor vació su texto en la plataforma.
            columns:
              title: Título
              body: Texto

days-among-times =
    .message =
        { $count ->
            [one] { $count } texto solo tiene día, otros tienen hora: en las tablas, donde la columna es de instantes, ese día se escribe como medianoche.
           *[other] { $count } textos solo tienen día, otros tienen hora: en las tablas, donde la columna es de instantes, esos días se escriben como medianoche.
        }
    .hint = No hay nada que hacer; si la diferencia importa, dígaselo a los lectores en `method:` de `consultation.yaml`. Las páginas muestran solo el día.
    .explain = Una columna de fechas tiene una sola forma en cada tabla: días si todas son días, instantes en cuanto una tiene hora. La medianoche local quiere decir entonces «ese día».
signs-unsettled =
    .message = Nada dice en qué sentido anota los votos este fichero: 1 se leyó como a favor y −1 como en contra, y algunas exportaciones hacen lo contrario.
    .hint = Mire una aportación en la plataforma, o añada el fichero que da sus contadores. Si los sentidos están invertidos, escriba `columns:` debajo de este fichero, con `value:` y sus `values:`.
    .explain = Los contadores de la plataforma (`agrees`, `disagrees`) suelen decir qué signo es el acuerdo. Aquí faltan, y un error pondría cada voto a favor bajo los votos en contra.
votes-reversed =
    .message = Las filas de votos marcan los sentidos al revés que los contadores de la plataforma: se cuentan invertidas.
    .hint = Mire una aportación en la plataforma. Si las filas son correctas y los contadores no, indique usted el sentido de las palabras: `columns:`, con `value:` y sus `values:`.
    .explain = En todas las aportaciones que tienen ambos, los votos a favor contados están mucho más cerca de los votos en contra declarados, y al revés. Algunas exportaciones usan −1 para el acuerdo. greffe intercambió los sentidos de las filas: lo publicado concuerda con la plataforma.
counts-differ =
    .message =
        { $count ->
            [one] En { $count } aportación, los votos declarados por la plataforma y los contados en los ficheros difieren (declarados ≠ contados): { $example }.
           *[other] En { $count } aportaciones, los votos declarados por la plataforma y los contados en los ficheros difieren (declarados ≠ contados): { $example }.
        }
    .hint = Pregunte la razón a la plataforma y explíquela a los lectores debajo de `method:` en `consultation.yaml`; se publican ambos números.
    .explain =
        La exportación da un total para cada aportación y lista también los votos uno a uno, y no
        concuerdan. Razones habituales: votos retirados después de calcular el total, votos de cuentas
        borradas o una lista incompleta. greffe no oculta nada: ambos números están en los datos, y la
        columna `votes_basis` dice cuál se muestra.
        Si la lista de votos no está completa, dígalo; entonces valen los números declarados:
            sources:
              - file: sources/votes.csv
                vote_rows: sample

comments-differ =
    .message =
        { $count ->
            [one] En { $count } aportación, el número de comentarios declarado por la plataforma y el contado en los ficheros difieren (declarado ≠ contado): { $example }.
           *[other] En { $count } aportaciones, el número de comentarios declarado por la plataforma y el contado en los ficheros difieren (declarado ≠ contado): { $example }.
        }
    .hint = Compruebe que el fichero de todos los comentarios está en `sources`; si está, no hay nada que hacer: se publican ambos números.
    .explain =
        La plataforma contó otros comentarios que los de los ficheros. Lo habitual son comentarios borrados
        u ocultados por la moderación; a veces falta un fichero de comentarios. Ambos números están en los
        datos, y la columna `comment_basis` dice cuál se usa.

topic-loop =
    .message = El tema «{ $id }» está colocado dentro de sí mismo.
    .hint = Corrija o borre el `parent:` de este tema debajo de `topics:` en `consultation.yaml`.
    .explain =
        Los temas forman un árbol: cada uno pertenece como mucho a otro. Aquí, seguir `parent:` de tema en
        tema lleva de vuelta al principio, y greffe no puede colocarlos. Se ha detenido y ha dejado el sitio
        anterior como estaba.
            topics:
              - id: transporte
                title: Transporte
              - id: bicicleta
                title: Bicicleta
                parent: transporte

topic-unknown-parent =
    .message = El tema «{ $id }» pertenece a un tema «{ $value }» que no existe.
    .hint = Escriba como `parent:`, debajo de `topics:` en `consultation.yaml`, el `id` de un tema de la lista{ $near-tail }.
    .explain =
        `parent:` debe ser el `id` (no el título) de otro tema de la misma lista. Ninguno tiene ese: greffe
        se ha detenido y ha dejado el sitio anterior como estaba.
            topics:
              - id: transporte
                title: Transporte
              - id: bicicleta
                title: Bicicleta
                parent: transporte

featured-unknown =
    .message = La consulta «{ $value }» de la lista `featured` no existe.
    .hint = Escriba ahí el nombre de una carpeta de `content/consultations`, o borre la línea{ $near-tail }.
    .explain =
        `featured`, en `content/archive.yaml`, da las consultas que se muestran primero en la portada, por
        el nombre de su carpeta. Ninguna carpeta se llama así: quizá se le cambió el nombre. greffe se ha
        detenido y ha dejado el sitio anterior como estaba.
            featured:
              - presupuesto-2023

ranking-unknown =
    .message = No hay ninguna clasificación llamada «{ $value }».
    .hint = Escriba una de estas como `ranking:` en `consultation.yaml`: { $known }{ $near-tail }.
    .explain =
        `ranking:` elige el orden que se muestra primero en una consulta. Las clasificaciones son: support
        (votos a favor menos votos en contra), approval (parte de votos a favor, con prudencia cuando son
        pocos), divisive (las que más dividen), debated (las más comentadas), weighted (los autores colectivos
        cuentan según su tamaño) y recent (las más recientes). greffe se ha detenido y ha dejado el sitio
        anterior como estaba. Sin esta línea, es `support`.
            ranking: divisive

edition-shrank =
    .message = La exportación del { $value } contiene muchas menos aportaciones que la anterior, del { $example }: { $count } en lugar de { $before }.
    .hint = ¿Está completa la exportación? Si no, exporte de nuevo la plataforma; si lo está, diga debajo de `method:` por qué faltan tantas.
    .explain =
        De dos exportaciones seguidas, la más reciente contiene menos de la mitad de las aportaciones de
        la otra. A menudo la exportación se cortó, se filtró o solo contiene una página de una lista; o uno
        de sus ficheros no figura en `sources` con la misma `edition`. Nada se pierde: lo que falta en la
        última exportación conserva su página, con una mención. Pero si la exportación está incompleta, esa
        mención es falsa.
        Una exportación con día está completa por sí sola: la forman los ficheros de su día y los que no tienen día.
            sources:
              - file: sources/2024-04/ideas.csv
                edition: 2024-04-01
              - file: sources/2024-04/comentarios.csv
                edition: 2024-04-01

outside-dates =
    .message =
        { $count ->
            [one] { $count } aportación lleva una fecha fuera de los días de la consulta: { $example }.
           *[other] { $count } aportaciones llevan una fecha fuera de los días de la consulta: { $example }.
        }
    .hint = Compruebe `opened:` y `closed:` en `consultation.yaml`; si son correctos, explique estas aportaciones debajo de `method:`.
    .explain =
        Estas aportaciones se escribieron antes del primer día, o más de un día después del último. Se
        conservan y se publican como las demás. O las fechas de la consulta están mal, o se confundieron el
        día y el mes, o alguien (a menudo quien la organiza) escribió de verdad antes o después.
            opened: 2023-02-01
            closed: 2023-03-31
        Si el día y el mes están cambiados, escriba `month_first: true` debajo del fichero.

## El plan y la escritura

address-collision =
    .message =
        { $count ->
            [one] Bajo «{ $path }», { $count } dirección habría servido dos veces; se ha añadido un sufijo.
           *[other] Bajo «{ $path }», { $count } direcciones habrían servido dos veces; se ha añadido un sufijo.
        }
    .hint = Para elegir usted la dirección, cambie el nombre de uno de los dos ficheros, o dé a los dos temas títulos o identificadores distintos.
    .explain =
        Cada página tiene una dirección propia. Dos de ellas habrían tenido la misma (por ejemplo dos temas
        con el mismo título, o identificadores que solo difieren en las mayúsculas), así que una ha recibido
        un sufijo, que es el mismo en cada `greffe build`. No se pierde nada; esa dirección es solo menos
        bonita.

not-ours =
    .message = La carpeta de salida «{ $path }» contiene ficheros que greffe no escribió, por ejemplo «{ $example }».
    .hint = Elija una carpeta vacía con `--out`, o ponga esos ficheros en otro lugar.
    .explain =
        greffe sustituye cada vez el contenido de su carpeta de salida, pero nunca toca los
        ficheros que no escribió. Ha encontrado algunos: se ha detenido y no ha cambiado nada.
        Si la carpeta contiene algo de valor, indique otra:
            greffe build --out mi-sitio
        Los ficheros que quiera publicar con el sitio van en `content`, no en la carpeta de salida.

output-inside-content =
    .message = La carpeta de salida «{ $path }» y la carpeta `content` se solapan.
    .hint = Elija con `--out` una carpeta junto a `content`, por ejemplo `--out site`.
    .explain =
        Si el sitio se escribiera en `content`, el `greffe build` siguiente lo leería como contenido, y sus
        originales estarían en peligro. greffe se ha detenido antes de escribir nada. Sin `--out`, el sitio
        va a la carpeta `site`, junto a `content`.

output-is-file =
    .message = «{ $path }» es un fichero, pero hace falta una carpeta.
    .hint = Cambie el nombre de este fichero o bórrelo, o elija otra carpeta con `--out`.
    .explain =
        greffe escribe un sitio como una carpeta con muchos ficheros. Un fichero con ese nombre está en
        medio; greffe no borra lo que no escribió, así que se ha detenido.

read-only =
    .message = greffe no puede escribir «{ $path }»: el lugar está protegido.
    .hint = Dé a su cuenta permiso para escribir ahí, o elija otra carpeta con `--out`.
    .explain =
        El sistema no deja a greffe escribir en este lugar. Puede que el disco esté protegido contra
        escritura, o que la carpeta sea de otra persona. No se ha cambiado nada.
        Una carpeta entre sus documentos sirve siempre:
            greffe build --out /home/yo/Documentos/site

disk-full =
    .message = El disco está lleno; no se ha podido escribir «{ $path }».
    .hint = Libere espacio, o elija con `--out` una carpeta en otro disco, y ejecute de nuevo `greffe build`.
    .explain =
        Mientras escribe, greffe necesita espacio para el sitio nuevo junto al anterior. No había bastante:
        se ha detenido, y el sitio anterior queda como estaba. Vacíe la papelera, borre lo que ya no
        necesite y ejecute de nuevo `greffe build`.

port-taken =
    .message = Otros programas escuchan ya en el puerto { $port } y en los siguientes, hasta { $last }.
    .hint = Deténgalos, o sirva en otro puerto: `greffe serve --port 8401`.
    .explain = 
        Dos programas no pueden escuchar en el mismo puerto. A menudo es otro `greffe serve` en otra ventana.
write-failed =
    .message = No se ha podido escribir un fichero: { $error }.
    .hint = Compruebe el lugar indicado, los permisos de la carpeta y el espacio en el disco, e inténtelo de nuevo.
    .explain =
        El sistema se ha negado a escribir; las palabras después de los dos puntos son suyas. El sitio
        anterior queda como estaba.
        Causas habituales: un fichero del sitio está abierto en otro programa (en Windows), un programa de
        copias o de sincronización retiene la carpeta, o se desconectó un disco.

locked =
    .message = Otro greffe está trabajando en este archivo.
    .hint = Espere a que termine, o detenga el otro (Ctrl+C en su ventana), e inténtelo de nuevo.
    .explain =
        Dos `greffe build` a la vez se estorbarían: el segundo se detiene y no cambia nada. Quizá
        `greffe serve` sigue en marcha en otra ventana. Si no hay ningún otro greffe en marcha, ni en este
        ordenador ni en otro que comparta la carpeta, inténtelo simplemente de nuevo: el bloqueo termina con
        el programa que lo tiene.

recovered =
    .message = La vez anterior se interrumpió la escritura del sitio. greffe la ha terminado primero.
    .hint = No hay nada que hacer.
    .explain =
        El ordenador se detuvo (corte de luz, ventana cerrada) mientras greffe ponía en su sitio una versión
        nueva. greffe lleva un diario de ese paso: ha podido terminarlo en el arranque siguiente. El sitio
        está completo.

## Las órdenes

exists =
    .message = «{ $path }» ya existe y no está vacío.
    .hint = Elija otro nombre, o añada una consulta al archivo que ya está ahí con `greffe add`.
    .explain =
        `greffe new` solo crea un archivo en una carpeta nueva o vacía, para no sobrescribir nada.
        Se ha detenido y no ha cambiado nada.
        Para añadir una consulta a un archivo que ya tiene:
            greffe add mi-consulta --from export.csv

unknown-code =
    .message = greffe no conoce ningún mensaje llamado «{ $value }».
    .hint = Copie el nombre que está entre corchetes en el mensaje{ $near-tail }.
    .explain =
        `greffe explain` toma el nombre corto que está entre corchetes al principio de cada mensaje, hecho
        de palabras inglesas y guiones:
            greffe explain bad-date

internal =
    .message = Es un fallo de greffe, no suyo: { $error }.
    .hint = Comuníquelo, por favor, al proyecto greffe con este mensaje, la orden que escribió y lo que dice `greffe --version`; no envíe ficheros exportados, contienen datos personales.
    .explain =
        Ha ocurrido algo que los autores de greffe creían imposible. greffe se ha detenido; el sitio
        anterior queda como estaba.
        Un buen mensaje contiene el mensaje entero, la orden, la versión (`greffe --version`) y su sistema. Si
        lo causa una fila concreta, invente una parecida en lugar de enviar la verdadera: las exportaciones
        contienen datos personales.

scaffold-archive =
    Qué es el archivo. Solo `title` es necesario; `greffe schema archive` describe todos los ajustes.
scaffold-about =
    ---
    title: Acerca de
    ---

    Quién consultó, a quién, cuándo y por qué; quién publica este archivo y cómo contactarlo.
scaffold-legal =
    ---
    title: Aviso legal
    ---

    Entidad que publica, alojamiento, responsable de la publicación, licencia de los datos; cómo pedir la corrección o la retirada de un texto propio.
scaffold-consultation =
    Una consulta terminada. Solo `title` y `sources` son necesarios; `greffe schema consultation` describe todos los ajustes.
scaffold-optional =
    Rellene lo que sepa; lo que falte simplemente no estará en el sitio.
scaffold-columns =
    greffe no conoce esta tabla. Diga qué significan sus columnas: el campo y después el nombre de la columna. Lo que sigue
    es una suposición: compruébela y quite después el signo #.
scaffold-personal =
    No nombre nunca estas, parecen personales: { $columns }

## Lo que escribió la asociación

active-document =
    .message = Este fichero no se publica: un navegador ejecutaría lo que contiene (.{ $value }).
    .hint = Guárdelo como PDF, texto o imagen y ponga el resultado en `documents/`.
    .explain =
        Los ficheros de `documents/` se copian tal cual. HTML, SVG, XML y los programas (scripts) pueden contener
        programas que se ejecutarían en el navegador de los lectores como si formaran parte del archivo,
        así que greffe los deja fuera. Todo lo demás se ha publicado.

citation-unknown =
    .message = La aportación «{ $value }» no existe.
    .hint = Busque su clase y su identificador en su página o en `contributions.csv`{ $near-tail }.
    .explain =
        Una cita nombra una aportación por su clase y su identificador, como `[@proposal:361]`; en los
        resultados y los talleres, `contributions:` la nombra como `proposal:361`. Ninguna aportación de
        esta consulta tiene esa clase y ese identificador. En un intervalo, el identificador menor va
        primero. En los textos de todo el archivo, la carpeta de la consulta va delante:
        `[@budget-2023/proposal:361]`. greffe se ha detenido, para que ninguna cita lleve al vacío, y
        ha dejado el sitio anterior como estaba.

citation-syntax =
    .message = Esta cita no se entiende: { $value }
    .hint = Escriba la clase, dos puntos y el identificador; si son varias, sepárelas con punto y coma: `[@proposal:7; @proposal:10..12, último párrafo]`.
    .explain =
        Un corchete que empieza por `@` es una cita. Puede nombrar una aportación, `[@proposal:7]`; varias,
        `[@proposal:7; @opinion:3]`; un intervalo, `[@proposal:10..12]`; y, después de una coma, la parte de
        la que se trata, `[@proposal:7, último párrafo]`. Un texto que no deba ser una cita se escribe con
        una barra invertida delante del corchete, `\[@…]`.

link-broken =
    .message = El enlace a «{ $value }» no lleva a ninguna parte.
    .hint = Enlace un fichero del archivo por su ruta, como `sheets/rules.md` o `documents/plan.pdf`, u otro sitio por su dirección completa.
    .explain =
        Los enlaces sin `https://` llevan a ficheros del archivo: los ficheros Markdown se
        convierten en páginas, los de `documents/` se publican con su nombre. En esa ruta no hay nada. Las
        aportaciones, mejor citarlas, `[@proposal:361]`: así la dirección se adapta siempre. greffe se ha
        detenido y ha dejado el sitio anterior como estaba.

file-missing =
    .message = El fichero «{ $value }» no está.
    .hint = Póngalo en la carpeta de la consulta o corrija su ruta{ $near-tail }.
    .explain =
        Los documentos, las grabaciones, las transcripciones y las actas deben estar en la carpeta
        `documents/` de la consulta; una transcripción también puede ser una de sus fichas. Las imágenes
        pueden estar ahí, junto al texto que las muestra, o en `content/`. Los ficheros de `sources/`, los
        que tienen un nombre que empieza por un punto y los enlaces a ficheros de fuera de `content/` no se
        publican nunca. greffe se ha detenido y ha dejado el sitio anterior como estaba.

picture-remote =
    .message = La imagen «{ $value }» está en otro sitio.
    .hint = Guárdela en la carpeta `documents/` de la consulta e indique su ruta.
    .explain =
        Un archivo no pide nada a otros sitios: las imágenes de ahí desaparecen, y quien las guarda
        se entera de quién lee. Guarde una copia, si tiene derecho a ello, y muestre esa.

picture-format =
    .message = La imagen «{ $value }» no se puede leer ({ $error }).
    .hint = Guárdela como JPEG, PNG, WebP o GIF y vuelva a intentarlo.
    .explain =
        Las imágenes se reducen para las pantallas y se limpian de lo que las cámaras anotan en ellas
        (lugar, propietario), así que greffe debe poder leerlas. Lee JPEG, PNG, WebP y GIF, hasta cien
        millones de píxeles; de un GIF animado muestra la primera imagen.

picture-alt =
    .message = La imagen «{ $value }» no tiene descripción.
    .hint = Escriba entre los corchetes lo que muestra, `![El puerto con marea baja](port.jpg)`; para un logotipo, en `alt:`.
    .explain =
        Quienes escuchan la página, o no consiguen cargar las imágenes, reciben en su lugar estas palabras.
        Dicen en una frase lo que importa de la imagen. La declaración de accesibilidad cuenta las imágenes
        que no las tienen.

media-format =
    .message = «{ $value }» no es una grabación que los navegadores reproduzcan.
    .hint = Use uno de estos formatos: { $known }.
    .explain =
        Las grabaciones las reproduce el propio navegador. MP3 y Ogg para el sonido, MP4 (H.264) y WebM para
        los vídeos se reproducen en casi todas partes y así será durante mucho tiempo.

transcript-missing =
    .message = La grabación «{ $value }» no tiene transcripción.
    .hint = Escriba lo que se dice en una ficha y nómbrela, `transcript: sheets/radio.md`, o indique un fichero de `documents/`.
    .explain =
        Sin transcripción, las personas sordas no se enteran de nada de una grabación, y nadie puede buscar
        en ella ni citarla. La grabación se publica; la declaración de accesibilidad dice que no tiene
        transcripción.

news-undated =
    .message = Esta noticia no tiene fecha.
    .hint = Añada una línea `date: 2024-03-31` a su encabezado.
    .explain =
        Las noticias se muestran por su día, primero la más reciente, y el canal de noticias lo necesita.
        Escriba la fecha entre las dos líneas `---` al principio del fichero.

id-twice =
    .message = El identificador «{ $value }» aparece dos veces.
    .hint = Dé a cada entrada un identificador propio.
    .explain =
        El identificador de un resultado o de un taller forma parte de su dirección y nombra su fila en los
        datos: dos de ellos no pueden tener el mismo. Los resultados de `outcomes.yaml` tampoco deben usar
        el identificador de un resultado que esté en una exportación.

bad-outline =
    .message = Estos contornos no se pueden dibujar ({ said-error }).
    .hint = Use GeoJSON en grados (WGS 84), primero la longitud, con polígonos o líneas.
    .explain =
        Los contornos de un mapa son un fichero GeoJSON: una FeatureCollection de geometrías Polygon,
        MultiPolygon o LineString, con las posiciones como [longitud, latitud] en grados. Puede que otro
        programa haya guardado metros de una cuadrícula nacional: guárdelo de nuevo como WGS 84 (EPSG:4326).

contrast =
    .message = El color { $value } se lee mal: contraste de { $form } en { $id }, hace falta al menos { $known }.
    .hint = Use en su lugar { $near }, u otro color que se distinga más de su fondo.
    .explain =
        El texto debe destacar de su fondo con un contraste de 4,5, los dibujos con un contraste de 3
        (WCAG 2.2). greffe ha medido los colores de `appearance:` unos con otros y propone el más cercano
        que cumple. El sitio se genera de todos modos, y la declaración de accesibilidad lo dice.

not-read =
    .message = Nada lee este fichero: no está en el sitio.
    .hint = Dele un nombre que greffe conozca{ $near-tail }, o muévalo a `documents/` si el público debe poder descargarlo.
    .explain =
        En la carpeta de una consulta solo ciertos nombres significan algo: `index.md`, `faq.md`, `synthesis.md`,
        `methodology.md`, `workshops.yaml` o `workshops.csv`, `outcomes.yaml`, `timeline.yaml`, y los ficheros
        Markdown (`.md`) de `news/` y `sheets/`. Las mayúsculas y las terminaciones cuentan: `Synthesis.md` y
        `outcomes.yml` son otros nombres.

picture-notes =
    .message = Esta fotografía se publicará con lo que la cámara anotó en ella: el lugar, la hora, quizá el nombre de su dueño.
    .hint = Muéstrela mejor en un texto, `![lo que muestra](documents/…)`, o sustitúyala por una copia sin esos datos.
    .explain =
        Los ficheros de `documents/` se copian tal cual. Las fotografías contienen a menudo el lugar donde se
        tomaron y el nombre del dueño de la cámara. Las imágenes que muestra un texto quedan libres de ello; los
        ficheros para descargar no, pues son documentos. Los programas de imágenes saben guardar una copia sin
        esos datos.

no-licence =
    .message = No se da ninguna licencia: nadie sabe en qué condiciones se pueden reutilizar los datos.
    .hint = Añada `licence: lov2` (Licence Ouverte) u otro identificador de data.gouv.fr a `content/archive.yaml`.
    .explain =
        Sin licencia los datos se leen pero no se reutilizan. Los portales la piden: data.gouv.fr muestra «no especificada»,
        data.europa.eu quita 25 puntos. Se conocen lov2, fr-lo, odc-odbl, odc-by, odc-pddl, cc-by, cc-by-sa y cc-zero.

no-contact =
    .message = { $what ->
            [name] Falta el nombre de quien publica: los portales y los lectores no saben a quién dirigirse.
           *[email] Falta el correo electrónico de quien publica: los portales y los lectores no saben dónde escribir.
        }
    .hint = Escriba `name` y `email` bajo `publisher` en `content/archive.yaml`; los dos se publican.
    .explain =
        DCAT-AP exige que quien publica tenga nombre; DCAT-US (DKAN, Socrata, ArcGIS Hub), una dirección a la que escribir: sin ella
        no hay `data.json`.

no-dates =
    .message = Faltan las fechas de la consulta: los portales no podrán decir qué período abarcan los datos.
    .hint = Escriba `opened: 2024-03-04` y `closed: 2024-04-16` en su `consultation.yaml`.
    .explain =
        Las fechas son la cobertura temporal del conjunto de datos, uno de los nueve criterios de data.gouv.fr y 20 puntos
        de data.europa.eu. El último día es también la fecha de los datos cuando ninguna exportación tiene una.

no-extent =
    .message = El territorio no está situado en un mapa: los portales no pueden colocar los datos.
    .hint = Escriba un código INSEE, un marco o un contorno: `territory: {"{"} name: Lille, insee: "59350" {"}"}`.
    .explain =
        data.gouv.fr solo lee la cobertura espacial como geometría; un nombre no cuenta. Tres cosas dan una: `insee` (el
        código de un municipio, departamento o región franceses), `bbox` (oeste, sur, este, norte en grados) y `outline`
        (un fichero GeoJSON bajo `content/`).

insee-unknown =
    .message = Ningún territorio tiene el código INSEE «{ $value }».
    .hint = Compruebe el código; no es el código postal. O escriba `bbox: [oeste, sur, este, norte]`.
    .explain =
        greffe conoce los códigos de los municipios franceses de hoy (cinco caracteres, como 59350 o 2A004), de los
        departamentos (59, 2A, 974), de las regiones (R32) y de las agrupaciones de municipios (SIREN, nueve cifras). El de un
        municipio fusionado ya no se conoce: lo sustituye un marco.

quality =
    .message = «{ $title }»: { $met } de 9 criterios de data.gouv.fr, { $points } de 405 puntos de data.europa.eu.
    .hint = La página `quality.html` del archivo lista cada criterio, y cómo cumplir lo que falta.
    .explain =
        Calculado con la descripción del conjunto de datos, como lo harán los portales: los nueve criterios de calidad de
        udata y los indicadores de la evaluación de data.europa.eu. Más de 350 puntos es excelente.

bad-portal =
    .message = «{ $value }» no es un portal.
    .hint = Escriba `--site demo`, `--site production` o `--site https://…`; un portal CKAN se da siempre por su dirección.
    .explain =
        demo y production son los dos sitios de data.gouv.fr. Cualquier otro portal se da por su dirección, que empieza por
        https: si no, la clave de acceso sería legible por el camino. Solo esta máquina puede nombrarse con http.

no-key =
    .message = No hay clave de acceso con la que publicar.
    .hint = Ejecute la orden en una terminal: greffe pedirá la clave de acceso. O escríbala en la variable de entorno { $name }. Con `--dry-run` no hace falta.
    .explain =
        La clave de acceso se crea en su perfil del portal. greffe la toma del entorno o la pide; no se escribe en ningún fichero,
        mensaje ni registro. No la ponga nunca en la línea de órdenes: otros usuarios de la máquina podrían leerla ahí.

nothing-to-publish =
    .message = El fichero { $path } no existe: el sitio todavía no se ha generado, o falta `base_url`.
    .hint = Dé `base_url` en `content/archive.yaml`, ejecute `greffe build`, ponga el sitio en línea y publique.
    .explain =
        `greffe publish` envía lo que `greffe build` preparó en `portals.json`. El fichero contiene direcciones completas:
        solo existe si el archivo conoce la suya.

site-changed =
    .message = { $path } no es el fichero que generó `greffe build`.
    .hint = Vuelva a ejecutar `greffe build` y publique.
    .explain =
        El tamaño que dice `portals.json` no es el del fichero. Algo cambió el sitio después de generarlo; lo que se
        publicaría no es lo que dicen las huellas.

portal-unreachable =
    .message = El portal no responde: { $error }.
    .hint = Inténtelo más tarde: lo hecho queda anotado en content/portals.yaml, y la próxima vez seguirá desde ahí.
    .explain =
        Una petición se intentó varias veces, con esperas crecientes: la conexión falla, o el portal se dice saturado (429)
        o averiado (5xx). Nada queda a medias: lo enviado se queda, el resto seguirá.

portal-moved =
    .message = El portal responde que se ha mudado a { $to }.
    .hint = Dé esa dirección con `--site`.
    .explain =
        greffe no sigue redirecciones con una clave de acceso en la mano: podría acabar en manos de otros.

portal-key =
    .message = El portal no acepta la clave de acceso (código { $status }): { $error }
    .hint = Cree una clave de acceso nueva en su perfil de ese portal; demo y production tienen cada uno la suya. Para una organización hay que tener derecho a publicar en ella.
    .explain =
        401 significa que la clave de acceso es desconocida o ha caducado, 403 que su dueño no puede hacer esto: la organización no es
        suya, o el conjunto de datos pertenece a otra persona. 404 es lo que dicen algunos portales de un conjunto privado que su dueño
        no puede ver; si ya no existe, quítelo de content/portals.yaml.

portal-refused =
    .message = El portal rechaza «{ $what }» (código { $status }): { $error }
    .hint = Su respuesta nombra el campo; la mayoría vienen de content/archive.yaml o consultation.yaml. Corríjalo, ejecute `greffe build` y publique de nuevo.
    .explain =
        El portal valida cada petición. Lo aceptado antes de esta se queda, y queda anotado.

portal-without =
    .message = El portal no acepta el campo { $field } de «{ $what }», que se publica sin él: { $error }
    .hint = Un código que falta en su tabla de lugares no es culpa suya: el recuadro del mapa lo sustituye. Si no, corrija `territory` o `publisher`.
    .explain =
        Un portal solo conoce algunas zonas y comprueba los puntos de contacto. No es razón para no publicar: el conjunto de datos va
        sin ese campo, con el recuadro de su territorio si lo hay.

portal-kept =
    .message = «{ $what }»: en el portal se cambió { $fields }; se conserva.
    .hint = Para que sea como dice el archivo, cámbielo en el archivo o publique con `--overwrite`.
    .explain =
        De cada campo greffe recuerda lo que envió y lo que el portal mostró después. Lo que alguien cambió allí desde entonces se
        conserva, mientras el archivo diga lo que decía. `file` quiere decir que el fichero mismo fue sustituido o quitado allí.

portal-replaced =
    .message = «{ $what }»: { $fields } cambió en el portal y en el archivo; se envió lo del archivo.
    .hint = Si lo del portal era mejor, escríbalo en el archivo y publique de nuevo.
    .explain =
        Un cambio del archivo desde la última publicación pesa más que uno del portal.

organization-unknown =
    .message = Usted no es miembro de ninguna organización «{ $value }» en este portal.
    .hint = Escriba su nombre corto, como en la dirección de su página{ $near-tail }. Sus administradores pueden añadir a quien tiene la clave de acceso.
    .explain =
        Una organización se nombra por su nombre corto, su nombre o su identificador. Una vez hallada queda anotada en
        content/portals.yaml: la próxima vez no hace falta `--organization`.

dataset-taken =
    .message = «{ $name }» se publicaría encima de otro conjunto de datos: { $page } pertenece a { $other }.
    .hint = Si la entrada de content/portals.yaml es falsa, quítela; si no, cambie el nombre de la carpeta.
    .explain =
        Antes de tocar nada greffe compara los identificadores: el de la consulta, los que tuvo bajo `former_slugs` y el que el conjunto recibió
        en el portal. Si difieren, o si dos consultas llevan al mismo conjunto, no se envía nada de ellas.

dataset-withdrawn =
    .message = El archivo ya no tiene «{ $name }», el portal sí: { $page }
    .hint = Publique con `--withdrawn private` o `--withdrawn remove`. Si cambió de nombre, escriba `former_slugs: [{ $name }]` en su `consultation.yaml`.
    .explain =
        Un conjunto que pudo ser citado nunca se retira por sí solo. `private` lo muestra solo a quien publica, y vuelve con la consulta; `remove`
        lo borra en el portal.

all-withdrawn =
    .message = Nada de lo que conoce content/portals.yaml está en este archivo: nada se oculta ni se retira ({ $names }).
    .hint = Compruebe que este es el sitio que quería publicar, y content/portals.yaml su lista. Si todo ha de irse, retírelo en el portal.
    .explain =
        `--withdrawn private` y `--withdrawn remove` son para algunas consultas de un archivo. Si no queda ninguna de las publicadas
        antes, el sitio será otro, o se construyó desde la carpeta equivocada.

file-too-large =
    .message = «{ $what }» es demasiado grande para el portal.
    .hint = Ponga el sitio en línea: greffe enlazará el fichero. O pida al portal un límite mayor.
    .explain =
        El portal rechazó el fichero por su tamaño (413), y en su dirección del archivo no hay ninguno que enlazar. Todos los demás
        ficheros se enviaron.

file-linked =
    .message = «{ $what }» es demasiado grande para el portal, que enlaza con el archivo.
    .hint = No hay nada que hacer, mientras el archivo siga en línea.
    .explain =
        El portal rechazó el fichero por su tamaño (413). El archivo lo tiene en línea, con la longitud debida: el recurso es un enlace.

files-left-out =
    .message = «{ $what }»: se publican { $chosen } ficheros, { $count } están solo en la página de datos.
    .hint = `--files all` los publica todos, `--files 30` tantos.
    .explain =
        Una página con cien ficheros no ayuda a nadie. Se eligen las tablas, el conjunto en un fichero, el mapa y lo que los explica; lo
        ya publicado se queda.

link-dead =
    .message = { $count ->
        [one] Un enlace no lleva
       *[other] { $count } enlaces no llevan
    } a nada: { $url } ({ $error })
    .hint = Suba el sitio tal como lo dejó `greffe build` y publique de nuevo; o envíe los ficheros mismos con `--upload`.
    .explain =
        Antes de publicar un enlace greffe pregunta a su dirección: ha de haber un fichero de la longitud debida. Lo que no se halló
        no se enlaza; todo lo demás se envió.

host-silent =
    .message = { $host } no responde ({ $error }): no se prueba ningún otro enlace a él.
    .hint = Ponga el sitio en línea, o compruebe que `base_url` es su dirección; después publique de nuevo.
    .explain =
        Antes de publicar un enlace greffe pregunta a su dirección. A un servidor que no respondió para dos enlaces seguidos no se le
        pregunta por los demás de esta ejecución, que harían esperar cada uno; ninguno de ellos se publica.

organization-kept =
    .message = «{ $what }» sigue siendo de la organización para la que se publicó: { $page }
    .hint = Haga que se transfiera en el portal: con su función de transferencia, o por un administrador.
    .explain =
        `--organization` dice para quién se crean los conjuntos nuevos. Uno que ya está pertenece a alguien, y los portales solo lo
        dejan cambiar de manos si ambas partes están de acuerdo.

cli-key = Clave de acceso al portal (no se muestra):
cli-waiting = { $why }: nuevo intento en { $seconds } s
cli-alive = { $seconds } s: aún se espera a { $whom }
cli-published = Conjuntos de datos creados: { $created }, actualizados: { $updated }, retirados: { $withdrawn }. Ficheros enviados: { $sent }, sin cambios: { $unchanged }, retirados: { $removed }.
cli-dry-run = No se ha enviado nada. Conjuntos de datos: { $count }.
cli-exported = { $count ->
        [one] { $count } fichero de datos
       *[other] { $count } ficheros de datos
    } en { $path }.

## El sello y la privacidad

edition-broken =
    .message = La carpeta de las ediciones selladas (content/editions/) está dañada: { said-error }.
    .hint = Restaure content/editions/ desde una copia o desde el control de versiones. greffe no genera nada sobre un registro de ediciones dañado.
    .explain = content/editions/ contiene aquello a lo que `greffe seal` se comprometió: las huellas de cada entrada y un punto de control por edición. Deben concordar, o las ediciones posteriores contradirían a las anteriores. Nada de esa carpeta se cambia a mano.
draft =
    .message = El archivo ha cambiado desde la edición { $number }. Es una versión provisional hasta el próximo `greffe seal`.
    .hint = Nada que hacer mientras trabaja. Cuando el archivo esté como lo quiere, selle una edición con `greffe seal`.
    .explain = Una edición sellada vale para cada byte del archivo. Los mismos ficheros con la misma versión de greffe la vuelven a dar; un texto corregido, un borrado u otra versión de greffe no, y el resultado dice que es una versión provisional.
bad-key =
    .message = Esta clave no permite firmar: { $error }.
    .hint = Dé una clave privada Ed25519: de OpenSSH (`ssh-keygen -t ed25519`), de minisign o PKCS#8 (`openssl genpkey -algorithm ed25519`).
    .explain = Una edición se firma con una clave de firma Ed25519 de quien publica. Su mitad pública se publica en key.txt; la privada queda con la entidad, fuera del archivo.
seal-date =
    .message = Una edición del { $value } sería más antigua que la última, del { $near }.
    .hint = Ajuste el reloj de esta máquina o dé el día: --date { $near }
    .explain = Las ediciones se cierran una tras otra. Un día anterior a la última significa que el reloj retrocedió, o un error.
erase-unclear =
    .message = Una entrada de `erase` debe nombrar una sola cosa.
    .hint = Escriba `contribution: proposal/12`, o `comment: "77"`, o `author: 5750c14d`, y la `date` del borrado.
    .explain = Cada entrada de la lista `erase` de consultation.yaml borra una aportación, un comentario o todo lo que escribió una persona.
erase-unknown =
    .message = Una persona que `erase` nombra no está en ninguna exportación.
    .hint = Copie el código de la página de una de sus aportaciones. Si sus filas ya no están en los ficheros exportados, nombre sus aportaciones una por una.
    .explain = No se borró nada por esta entrada: nadie en las exportaciones tiene este código, nombre o cuenta.

## Lo que dice verify

no-archive =
    .message = Aquí no hay archivo que comprobar: { $error }.
    .hint = Dé la carpeta que contiene index.html y SHA256SUMS, un ZIP de ella o una bolsa BagIt.
    .explain = `greffe verify` lee un archivo generado: su carpeta, un fichero ZIP de esa carpeta o una bolsa como la hace `greffe pack --format bagit`.
sums-missing =
    .message = Falta la lista de huellas (SHA256SUMS) o está dañada: { $detail }. Sin ella no se puede saber si un fichero ha cambiado.
    .hint = Tome de nuevo el archivo entero de donde se publicó, o ejecute `greffe build`.
    .explain = SHA256SUMS da el SHA-256 de cada fichero de un archivo. Sin ella nadie puede decir si un fichero cambió.
file-changed =
    .message = Este fichero ha cambiado desde que se publicó.{ $detail-tail }
    .hint = Compárelo con una copia de otro lugar. Si el archivo es suyo, `greffe build` lo rehace.
    .explain = La huella del fichero no es la que da SHA256SUMS o el manifiesto de la bolsa: al menos un byte difiere.
file-absent =
    .message = Este fichero se publicó y no está.
    .hint = Tómelo de otra copia. Si el archivo es suyo, `greffe build` lo rehace.
    .explain = SHA256SUMS nombra el fichero y no está en el archivo.
file-unknown =
    .message = Este fichero no forma parte del archivo.
    .hint = Retírelo, o pregunte quién lo puso ahí.
    .explain = El fichero está en el archivo y SHA256SUMS no lo nombra: se añadió después de `greffe build`.
log-broken =
    .message = El registro no se puede leer: { $detail }.
    .hint = Tome la carpeta log/ de otra copia del archivo.
    .explain = El registro de una consulta contiene una entrada por línea en entries.jsonl, las sales que las abren en salts.jsonl, y su punto de control. Falta alguno o tiene otra forma.
root-differs =
    .message = El registro se ha modificado: su contenido no corresponde a su huella.
    .hint = Una entrada se cambió, añadió o retiró. Compare el registro con otra copia.
    .explain = La raíz de Merkle de las entradas no es la del punto de control: el registro no es el que se publicó.
edition-differs =
    .message = El registro ya no es la continuación de esta edición: se ha cambiado algo sellado.{ $detail-tail }
    .hint = Compare esta edición con la copia que otros conservan.
    .explain = Cada edición posterior de un registro empieza por la anterior. Aquí no se sostiene el punto de control de una edición sellada o la prueba que lleva a la siguiente.
edition-missing =
    .message = El archivo no tiene ninguna edición que una clave pudiera haber firmado.{ $detail-tail }
    .hint = Pida una copia sellada a quien publica; no se fíe de esta por su clave.
    .explain = Con `--key`, edition.txt tiene que estar y llevar firma: lleva la huella de cada fichero. Los archivos sellados por greffe antes de que existiera ese fichero solo tienen registros firmados, que nada dicen de las páginas, las listas ni las demás tablas; y un archivo cuyo edition.txt fue borrado tiene el mismo aspecto.
edition-draft =
    .message = Es una versión provisional: nadie la firmó.
    .hint = Pida la última edición sellada a quien publica.
    .explain = edition.txt dice que algo cambió desde la última edición sellada. Una versión provisional no es una falta en sí; con `--key` solo vale una edición firmada.
consultation-unknown =
    .message = La edición no habla de esta consulta, o el archivo no la tiene.{ $detail-tail }
    .hint = Compárela con la copia que otros guardan.
    .explain = edition.txt enumera el registro de cada consulta. Una se añadió después, o se quitó.
signature-wrong =
    .message = La firma no es válida.{ $detail-tail }
    .hint = Compare la clave de firma con la que la entidad dio a conocer en otro lugar; no se fíe de esta copia.
    .explain = Una edición se firmó con la clave de quien publica. O se cambió el punto de control, o se puso otra clave en lugar de la buena.
row-differs =
    .message = Esta celda no corresponde al registro.
    .hint = Se cambió la tabla o el registro. Compare ambos con otra copia.
    .explain = Cada aportación tiene una entrada en el registro: recuentos y fechas tal cual, textos y nombres como compromisos con sal. La celda de contributions.csv no concuerda.
row-missing =
    .message = Esta aportación está en el registro, pero no en la tabla.
    .hint = Se retiró una fila. Compare la tabla con otra copia.
    .explain = Cada entrada vigente de una aportación debe tener su fila en contributions.csv.
entry-missing =
    .message = Esta aportación está en la tabla, pero no en el registro.{ $detail-tail }
    .hint = Se añadió una fila. Compare la tabla con otra copia.
    .explain = Cada fila de contributions.csv debe tener su entrada en el registro, una sola vez.
table-differs =
    .message = Esta tabla no corresponde al registro.{ $detail-tail }
    .hint = La tabla se cambió después de publicarse. Compárela con otra copia.
    .explain = La última entrada del registro lleva la huella de cada tabla CSV de la consulta.
score-differs =
    .message = La puntuación no se deduce de los votos: debería ser «{ $detail }».
    .hint = Se cambió la puntuación, o aquello de lo que se calcula.
    .explain = Las puntuaciones se calculan de nuevo con las otras columnas de contributions.csv, según la fórmula de la página de método.
rank-differs =
    .message = El puesto no se deduce de las puntuaciones: debería ser «{ $detail }».
    .hint = Se cambió el puesto o una puntuación.
    .explain = Un puesto es uno más que el número de aportaciones de la misma clase con mayor puntuación.
ranking-differs =
    .message = Este fichero no dice lo que se calculó: { $detail }.
    .hint = El fichero se cambió, o se hizo con otros datos.
    .explain = rankings/<id>.json repite cada número con el que se hizo una clasificación; debe concordar con contributions.csv.
count-differs =
    .message = Este fichero no tiene las filas o sumas de la tabla CSV.{ $detail-tail }
    .hint = Uno de los dos se cambió. Compárelos con otra copia.
    .explain = La misma tabla en CSV, JSON, JSON Lines y Parquet debe tener las mismas filas y las mismas sumas en sus columnas de números enteros.
page-differs =
    .message = Esta página no corresponde al registro: { $detail }.
    .hint = La página se cambió o falta. Si el archivo es suyo, `greffe build` la rehace.
    .explain = La página de una aportación lleva su entrada del registro y muestra los números de su fila.
interrupted =
    .message = La colocación del sitio se interrumpió: una parte de los ficheros es antigua y otra nueva.
    .hint = Ejecute `greffe build`: termina la colocación.
    .explain = greffe anota lo que va a mover antes de empezar. El diario sigue ahí: unos ficheros son del archivo antiguo y otros del nuevo.

personal-found =
    .message = Hay textos que parecen contener datos personales ({ personal-kind }): { $example }
    .hint = Mire la lista en .greffe/privacy/ y decida: `privacy: {"{"} personal: mask {"}"}` los oculta, `erase:` borra una aportación, y lo que es público de todos modos puede quedarse.
    .explain = En los textos libres se buscan correos, teléfonos, números de seguridad social, números de identidad, cuentas bancarias, tarjetas, direcciones postales, matrículas y direcciones IP. Cada hallazgo está en una lista que no se publica. Las reglas pueden errar en ambos sentidos: una persona tiene que mirar.
places-listed =
    .message =
        { $count ->
            [one] { $count } dirección postal aparece en un texto y se dejó: «{ $example }».
           *[other] { $count } direcciones postales aparecen en textos y se dejaron, como en «{ $example }».
        }
    .hint = Revise `.greffe/privacy/`: si una es el domicilio de alguien, corrija o borre ese texto.
    .explain = Una dirección solo se oculta donde el texto dice que es la de quien escribe: la mayoría de las propuestas hablan de un lugar. Las demás se listan solo para usted.
personal-as-sealed =
    .message = Este archivo tiene ediciones y no dice qué hacer con los datos personales en los textos: quedan como se sellaron, listados y no ocultos.
    .hint = Escriba `privacy: {"{"} personal: mask {"}"}` (o `report`); el próximo `greffe seal` sella entonces una edición de lo que eso da.
    .explain = Los archivos nuevos ocultan direcciones de correo, teléfonos y similares en lo que escribieron los participantes. Un archivo sellado guarda aquello a lo que sus ediciones se comprometieron, hasta que quien publica decida.
personal-masked =
    .message = Se han ocultado datos personales en textos ({ personal-kind }): { $example }
    .hint = La lista está en .greffe/privacy/. Revísela: las reglas pueden errar en ambos sentidos.
    .explain = Con `privacy: {"{"} personal: mask {"}"}` cada hallazgo se sustituye por una palabra entre corchetes, en páginas y en todos los datos. La lista no se publica.
personal-refused =
    .message = Hay textos con datos personales ({ personal-kind }), y `privacy: {"{"} personal: fail {"}"}` prohíbe publicarlos: { $example }
    .hint = Mire la lista en .greffe/privacy/; luego ocúltelos, borre las aportaciones o elija `report`.
    .explain = Con `privacy: {"{"} personal: fail {"}"}` nada se publica mientras quede un hallazgo.
still-in-source =
    .message = Lo que se borró del sitio sigue en este fichero exportado.
    .hint = Ejecute `greffe clean-sources`, ponga sus copias en lugar de las exportaciones y guarde los originales donde la ley lo pida.
    .explain = `erase:` borra los textos de todo lo que se publica; la exportación misma no se cambia nunca. Mientras el texto esté ahí, quien tenga la carpeta tiene el texto.
still-in-text =
    .message = Este fichero contiene todavía palabras de lo que se borró: «{ $example }»
    .hint = Quite la cita.
    .explain = Síntesis, talleres, fichas y documentos se publican tal como están escritos. Se encontraron en este ocho palabras seguidas de un texto borrado, o el nombre de un autor borrado.
kept-texts =
    .message = Textos de otras personas contienen las mismas palabras que algo que se borró: { $example }
    .hint = Vea si lo citan; bórrelos también en ese caso.
    .explain = Un borrado quita un texto. Otros pueden haber escrito la misma frase, o haberla citado: sus textos se conservan, y se nombran aquí por clase e identificador.
tracked-personal =
    .message = Git guarda esta exportación, y tiene columnas personales: { $columns }
    .hint = Sáquela del control de versiones (`git rm --cached`), o guarde la copia que hace `greffe clean-sources`.
    .explain = Lo que entra una vez en un repositorio queda en su historia, y los repositorios son a menudo públicos. Las exportaciones en bruto contienen correos, nombres y más.
content-changed =
    .message = Este fichero cambió mientras greffe generaba el sitio.
    .hint = Ejecute de nuevo la orden. No se escribió nada.
    .explain = greffe lee algunos ficheros más de una vez. Si uno cambia entretanto, páginas y datos podrían contradecirse, así que el archivo antiguo se queda.
not-cleaned =
    .message = Este fichero exportado no se ha limpiado: { said-error }.
    .hint = Manténgala fuera del control de versiones y de lugares públicos.
    .explain = `greffe clean-sources` copia ficheros CSV fila por fila. Las exportaciones en JSON, XML, libros o ZIP y las listas de personas no tienen copia limpia: guárdelas donde solo lea quien publica.
pack-exists =
    .message = Este nombre ya está en uso.
    .hint = Elija otro nombre con --to, o retire el paquete antiguo.
    .explain = Un paquete se hace de nuevo, nunca en una carpeta o fichero que existe.
backslash-name =
    .message = El nombre de este fichero o carpeta contiene una barra invertida (\).
    .hint = Cámbiele el nombre: una letra, un guion o un espacio en lugar de cada barra invertida.
    .explain = Una barra invertida es una letra de un nombre en unos sistemas y separa carpetas en otros: el fichero sería otro allí, quizá fuera del archivo. greffe se detuvo antes de leerlo.
special-file =
    .message = No es ni un fichero ni una carpeta.
    .hint = Sáquelo del archivo: las tuberías, los sockets y los dispositivos nunca se leen.
    .explain = Leer una tubería o un dispositivo puede no acabar nunca, y lo que da no está en ningún disco. greffe se detuvo antes de leer nada.
journal =
    .message = { $error ->
        [output] Una colocación interrumpida hacia otra carpeta de salida espera a ser terminada.
        [path] El diario de una colocación interrumpida lleva fuera del archivo, o a un enlace: no se siguió.
       *[other] No es un diario de greffe ({ $error }): no se siguió.
    }
    .hint = { $error ->
        [output] Ejecute de nuevo `greffe build` con el mismo `--out` de entonces; o, si ese sitio ya no sirve, borre este fichero.
       *[other] Si no lo escribió usted y el archivo es de confianza, borre este fichero y ejecute de nuevo `greffe build`.
    }
    .explain = `.greffe/journal.json` dice qué ficheros debe mover todavía una colocación interrumpida dentro de su carpeta de salida. Solo contiene nombres: su lugar se deduce del archivo y de `--out`. Todo lo que tocaría otro lugar se rechaza, y nada cambió.
link =
    .message = Es un enlace a otro lugar del disco.
    .hint = Ponga allí el fichero mismo: los enlaces no se siguen.
    .explain = Los enlaces no se siguen: una carpeta descomprimida podría llevar a ficheros que nadie quería publicar.
