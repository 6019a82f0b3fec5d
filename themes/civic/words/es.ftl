### Las palabras de la interfaz en español.
### Argumentos: «day» es un número; «year», «hour» y «minute» son textos (sin separador de millares ni ceros perdidos).

## Página, menús, puntos de referencia
skip-link = Ir al contenido
menu-label = Menú
site-menu-label = Menú del archivo
consultation-menu-label = Menú de la consulta
breadcrumb-label = Ruta de navegación
footer-menu-label = Pie de página
menu-home = Inicio
menu-consultations = Consultas
menu-presentation = Presentación
menu-topics = Temas
menu-data = Datos
menu-method = Método
example-notice = Ejemplo inventado: el municipio, las personas y los textos de este archivo no existen.
published-by = Archivo publicado por
licence-label = Licencia:
made-with = Sitio producido con el programa libre
print-address = Dirección de esta página:
feed-link = Suscribirse (canal Atom)
feed-title = Últimas aportaciones archivadas
colon = {":"}
comma = ,
percent = { $value } %
percent-below = menos del 1 %
next = Siguiente
previous = Anterior
next-page = Página siguiente
previous-page = Página anterior
page-label = Página
pager-label = Páginas de la lista
comment-pages-label = Páginas de comentarios
order-how = Cómo se calcula este orden
same-list = Las mismas aportaciones:
ranks-of-all = Los puestos son los de toda la consulta.
list-limited = Las { $shown } primeras de { $total } en este orden.
list-complete = Lista completa:
list-table = Todas, en una tabla (CSV)
order-label = Orden de la lista
tables-label = Tablas
not-found = Esta página no está en el archivo. Compruebe la dirección: quizá se copió mal. Las direcciones de las aportaciones no cambian nunca.
moved = Esta página ha cambiado de dirección. Le llevamos a la nueva.
moved-link = Ir a la nueva dirección

## Títulos
heading-figures = En cifras
heading-honesty = Lo que estas cifras dicen, y lo que no
heading-featured = Destacadas
heading-all-consultations = Todas las consultas
heading-contributions = Aportaciones
heading-comments = Comentarios
heading-votes = Votos
heading-how = Cómo se participaba
heading-came = Qué resultó
read-synthesis = Leer la síntesis
outcomes-count =
    { $count ->
        [one] { $count } respuesta dada
       *[other] { $count } respuestas dadas
    }
more-all = Ver todas las aportaciones ({ $count })
heading-divisive = Las aportaciones que más dividen
heading-topics = Temas
heading-subtopics = Subtemas
heading-otherwise = Otras maneras de recorrerla
heading-placeholders = Aportaciones citadas que no están en los ficheros recibidos
heading-translations = Traducciones
heading-platform-data = Datos de la plataforma
heading-about = Sobre esta aportación
heading-ranks = Su lugar en las clasificaciones
heading-outcomes = Qué se respondió a esta aportación
cite-short = Citar
heading-cite = Citar esta página
heading-neighbours = Aportaciones vecinas en la clasificación:
heading-others = Otros ficheros
heading-rankings = Las clasificaciones
heading-groupings = Las agrupaciones
heading-sources = Los ficheros de origen
heading-notes = Observaciones sobre los ficheros leídos
heading-set-aside = Filas descartadas, y por qué
heading-differences = Números declarados, números contados
heading-orphans = Respuestas a textos que faltan
heading-normalisation = Lo que se modificó en textos y fechas
heading-privacy = Las personas
intro-divisive = Las que han recibido muchos votos a favor y casi tantos en contra.
intro-placeholders = Hay comentarios, votos o respuestas sobre estas aportaciones, pero su texto no está en ningún fichero recibido. Cada una tiene su página; no se clasifica.
intro-data = Todos los datos de esta consulta, para descargar libremente. Con ellos puede volver a calcularse cada cifra del sitio.
intro-method = Cómo se hizo este archivo: de dónde vienen los textos, cómo se clasifican, qué se descartó y por qué.
intro-sources = Cada fila leída se conserva o se descarta con su motivo.
intro-orphans =
    { $count ->
        [one] { $count } respuesta corresponde a un texto que no está en los ficheros recibidos. Se conserva y puede leerse.
       *[other] { $count } respuestas corresponden a un texto que no está en los ficheros recibidos. Se conservan y pueden leerse.
    }

## Recuentos
contributions-count =
    { $count ->
        [one] { $count } aportación
       *[other] { $count } aportaciones
    }
comments-count =
    { $count ->
        [one] { $count } comentario
       *[other] { $count } comentarios
    }
votes-count =
    { $count ->
        [one] { $count } voto
       *[other] { $count } votos
    }
rows-count =
    { $count ->
        [one] { $count } fila
       *[other] { $count } filas
    }
columns-count =
    { $count ->
        [one] { $count } columna
       *[other] { $count } columnas
    }
times-count =
    { $count ->
        [one] { $count } vez
       *[other] { $count } veces
    }
more-contributions =
    { $count ->
        [one] Ver la aportación
       *[other] Ver las { $count } aportaciones
    }
ranked-count =
    { $count ->
        [one] { $count } aportación clasificada.
       *[other] { $count } aportaciones clasificadas.
    }
ties-count =
    { $count ->
        [one] Ningún empate.
       *[other] De ellas, { $count } empatadas con al menos otra.
    }
set-aside-count =
    { $count ->
        [one] { $count } fila de los ficheros de origen no se publicó. Es esta, con su motivo.
       *[other] { $count } filas de los ficheros de origen no se publicaron. Son estas, con su motivo.
    }
set-aside-file = Lista completa (CSV)
first-of = las { $count } primeras de { $total }
shown-range = { $start } a { $end } de { $total }
label-consultations =
    { $count ->
        [one] consulta
       *[other] consultas
    }
label-contributions =
    { $count ->
        [one] aportación
       *[other] aportaciones
    }
label-comments =
    { $count ->
        [one] comentario
       *[other] comentarios
    }
label-votes =
    { $count ->
        [one] voto
       *[other] votos
    }
label-authors =
    { $count ->
        [one] autor o autora
       *[other] autores y autoras
    }
none-consultations = Todavía no hay ninguna consulta archivada aquí.
none-contributions = Ninguna aportación aquí.
comments-announced =
    { $count ->
        [one] La plataforma anuncia { $count } comentario; su texto no está en los ficheros recibidos.
       *[other] La plataforma anuncia { $count } comentarios; sus textos no están en los ficheros recibidos.
    }
none-comments = Los ficheros de la plataforma no contienen comentarios sobre esta aportación.
none-set-aside = Ninguna: todas las filas leídas se conservaron.

## Consulta
label-dates = Fechas
label-organiser = Entidad organizadora
label-publisher = Archivo publicado por
label-territory = Territorio
label-audience = Quién podía participar
label-method = Cómo se participaba
label-platforms = Plataforma
label-rankings = Por clasificación
label-groupings = Por agrupación
topic-all = Todas las aportaciones
topic-none = Sin tema
placeholders-more = Ver toda la lista

## Aportación
untitled = Sin título
body-empty = No se leyó ningún texto de esta aportación en los ficheros de la plataforma.
updated-label = modificada el
parent-label = Corresponde a:
missing-parent = Ese texto no está en ningún fichero recibido: solo sabemos que existió.
status-reason = Motivo:
status-published = Texto publicado
status-withdrawn = Texto retirado por quien lo escribió
status-moderated = Texto oculto por la moderación
status-erased = Texto borrado a petición de una persona
status-missing = Ausente de los ficheros recibidos
status-gone = Ausente de la última exportación
label-topic = Tema
label-tags = Palabras clave
label-place = Lugar
label-source = Página de origen
label-origin = Fichero de origen
row-label = fila
source-link = Ver en la plataforma de origen
source-withheld = No se publica el enlace a la página de origen: daría a conocer el nombre de la persona.
copy-link = Copiar la dirección
copied-link = Dirección copiada
cite-sentence = { $author }, «{ $title }», { $kind }, { $consultation }, { $publisher }, { $year }.
kind-proposal = Propuesta
kind-proposal-plural = Propuestas
kind-opinion = Opinión
kind-opinion-plural = Opiniones
kind-amendment = Enmienda
kind-amendment-plural = Enmiendas
kind-question = Pregunta
kind-question-plural = Preguntas
kind-answer = Respuesta
kind-answer-plural = Respuestas
kind-report = Aviso
kind-report-plural = Avisos
kind-petition = Petición
kind-petition-plural = Peticiones
kind-statement = Declaración
kind-statement-plural = Declaraciones
kind-source = Fuente
kind-source-plural = Fuentes

## Autores y autoras
author-anonymous = Nombre no publicado
author-pseudonym = Participante { $code }
author-others =
    { $count ->
        [one] otra aportación
       *[other] otras { $count } aportaciones
    }
author-collective-size =
    { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
author-kind-person = Persona
author-kind-organisation = Organización
author-kind-collective = Colectivo
author-kind-unknown = Tipo sin indicar

## Votos
vote-for = a favor
vote-alone =
    { $count ->
        [one] apoyo
       *[other] apoyos
    }
vote-against = en contra
vote-neutral =
    { $count ->
        [one] neutral
       *[other] neutrales
    }
vote-basis-declared = Números declarados por la plataforma: no entregó los votos uno a uno.
vote-basis-confirmed = Cifras que da la plataforma. Contando los votos uno a uno en sus ficheros, salen las mismas.
vote-basis-counted = Números que hemos contado, voto a voto, en los ficheros de la plataforma.
vote-basis-none = No se leyó ningún voto para esta aportación en los ficheros de la plataforma.
votes-differ = La plataforma da un número y sus ficheros contienen otro. Publicamos los dos.
column-declared = Declarado
column-counted = Contado

## Comentarios
side-for = A favor
side-against = En contra
side-neutral = Neutral
side-none = Sin posición
chips-label = Elegir un lado
chip-all = Todos
in-reply-to = en respuesta a
comment-link = n.º
orphan-comments =
    { $count ->
        [one] Un comentario responde aquí a un texto que no está en los ficheros recibidos.
       *[other] { $count } comentarios responden aquí a textos que no están en los ficheros recibidos.
    }
replies-folded =
    { $count ->
        [one] Una respuesta más
       *[other] { $count } respuestas más
    }
thread-next = Hilo siguiente
comment-basis-counted = Comentarios contados en los ficheros de la plataforma.
comment-basis-none = Los ficheros de la plataforma no dicen nada de los comentarios.

## Clasificaciones
rank-of = Puesto { $rank } de { $of }
tied = empate
tied-with =
    { $count ->
        [one] empata con { $count } más
       *[other] empata con { $count } más
    }
score-label = puntuación
ranks-scope = El puesto compara solo aportaciones publicadas de la misma clase, en esta consulta.
ranking-ties = A igual puntuación, igual puesto (1, 2, 2, 4). Entre las empatadas se muestra antes la más antigua; las que no tienen fecha van al final. Solo se clasifican las aportaciones publicadas, cada clase por separado.
ranking-support = Las más apoyadas
ranking-support-short = Apoyo
ranking-support-rule = La puntuación es el número de votos a favor menos el número de votos en contra. Un sentido que nadie podía votar en esta consulta no cuenta; donde un sentido existe y no se conoce el número de una aportación, esta no tiene puntuación ni puesto.
ranking-support-why = Votos a favor: { $for }; votos en contra: { $against }; diferencia: { $score }.
ranking-support-why-alone = Apoyos: { $for }. No se leyó ningún voto en contra.
ranking-support-no-inputs = Esta clasificación no se publica: no se leyó ningún voto a favor ni apoyo en los ficheros de la plataforma.
ranking-support-no-difference = Esta clasificación no se publica: menos de dos aportaciones difieren en sus votos a favor menos votos en contra.
ranking-approval = Las más aprobadas
ranking-approval-short = Aprobación
ranking-approval-rule = Es la proporción de votos a favor, corregida: con pocos votos pesa menos que con muchos. Cálculo: límite inferior del intervalo de Wilson al 95 % (z = 1,959964) de la proporción de votos a favor entre los votos a favor y en contra, multiplicado por un millón y redondeado hacia abajo; 0 sin votos.
ranking-approval-why = Votos a favor: { $for }; votos en contra: { $against }; proporción de votos a favor, corregida: { $percent } %, es decir, una puntuación de { $score }.
ranking-approval-no-inputs = Esta clasificación no se publica: necesita votos a favor y en contra, que no se leyeron ambos en los ficheros de la plataforma.
ranking-approval-no-difference = Esta clasificación no se publica: todas las aportaciones tienen la misma puntuación.
ranking-divisive = Las que más dividen
ranking-divisive-short = División
ranking-divisive-rule = La puntuación es alta cuando los votos a favor y en contra son muchos y casi iguales. Cálculo: 1000 × m × m ÷ M, redondeado hacia abajo, donde m es el menor de los dos números y M el mayor (1 donde es 0). A igual puntuación, va antes la aportación con más votos a favor y en contra en total. Las que tienen uno de los dos números desconocido no tienen puntuación.
ranking-divisive-why = Votos a favor: { $for }; votos en contra: { $against }; puntuación: { $score }.
ranking-divisive-no-inputs = Esta clasificación no se publica: necesita votos a favor y en contra, que no se leyeron ambos en los ficheros de la plataforma.
ranking-divisive-no-difference = Esta clasificación no se publica: menos de dos aportaciones tienen una puntuación distinta.
ranking-debated = Las más comentadas
ranking-debated-short = Debate
ranking-debated-rule = La puntuación es el número de comentarios: los que hemos contado o, en su defecto, el número declarado por la plataforma.
ranking-debated-why =
    { $comments ->
        [one] { $comments } comentario.
       *[other] { $comments } comentarios.
    }
ranking-debated-no-inputs = Esta clasificación no se publica: no se leyó nada de los comentarios en los ficheros de la plataforma.
ranking-debated-no-difference = Esta clasificación no se publica: todas las aportaciones tienen el mismo número de comentarios.
ranking-weighted = Apoyo y participantes de los talleres
ranking-weighted-short = Apoyo ponderado
ranking-weighted-rule = La puntuación es la del apoyo: votos a favor menos votos en contra. Cuando escribió un colectivo, se le suma su número de miembros; si no se conoce, no hay puntuación.
ranking-weighted-why = Apoyo: { $support }; miembros del colectivo: { $size }; total: { $score }.
ranking-weighted-no-inputs = Esta clasificación no se publica: necesita un colectivo de tamaño conocido y votos a favor donde haya votos en contra.
ranking-weighted-no-difference = Esta clasificación no se publica: todas las aportaciones tienen el mismo total.
ranking-recent = Las más recientes
ranking-recent-short = Fecha
ranking-recent-rule = De la más reciente a la más antigua, con precisión de un segundo. Sin fecha no hay puesto.
ranking-recent-why = Fecha de presentación: { $date }.
ranking-recent-no-inputs = Esta clasificación no se publica: no se leyó ninguna fecha en los ficheros de la plataforma.
ranking-recent-no-difference = Esta clasificación no se publica: todas las aportaciones tienen la misma fecha.
no-rank-withdrawn = Esta aportación fue retirada por quien la escribió: no se clasifica.
no-rank-moderated = Esta aportación fue ocultada por la moderación: no se clasifica.
no-rank-erased = Esta aportación fue borrada a petición: no se clasifica.
no-rank-gone = Esta aportación ya no está en la última exportación de la plataforma: no se clasifica.
no-rank-undated = Esta aportación no tiene fecha en los ficheros recibidos: no se clasifica por fecha.
no-rank-missing = Esta aportación está citada en los ficheros recibidos, pero su texto no está: no se clasifica.

## Agrupaciones
column-group = Grupo
grouping-topic = Por tema
grouping-topic-rule = Cada aportación se cuenta en su tema principal. Los subtemas se cuentan también en el tema que los contiene.
grouping-kind = Por clase
grouping-kind-rule = Propuesta, opinión, enmienda, pregunta…: la clase que le da la plataforma.
grouping-month = Por mes
grouping-month-rule = El mes de la fecha de presentación, en la hora local de la consulta.
grouping-author-kind = Por tipo de autor
grouping-author-kind-rule = Persona, organización o colectivo, según dicen los ficheros de la plataforma.
grouping-place = Por lugar
grouping-place-rule = El lugar tal como está escrito: dos grafías cuentan como dos lugares.
grouping-opinion-group = Por grupo de votantes
grouping-opinion-group-rule = Grupos de participantes que votaron de modo parecido, tal como los calculó la plataforma; las cifras y el orden son los de los votos del propio grupo. Una aportación figura en cada grupo que votó sobre ella.
opinion-group-name = Grupo { $name }
opinion-group-order = Primero las más apoyadas por este grupo: sus votos a favor menos sus votos en contra. Las cifras son las de este grupo solamente.
heading-opinion-groups = Votos por grupo
heading-common = Lo que los grupos tienen en común
about-common = Las aportaciones en las que todos los grupos votaron de forma más parecida, a favor o en contra: se multiplican las partes de cada grupo que dijeron lo mismo. Cada voto cuenta dentro de su grupo; a cada uno se le suma un voto a favor y uno en contra, para que pocos votos pesen poco.
heading-dividing = Lo que separa a los grupos
about-dividing = Las aportaciones con la mayor diferencia entre las partes de dos grupos que votaron a favor.
heading-side-by-side = Los grupos, uno al lado del otro
heading-hidden-voted = Ocultas aquí, pero votadas
group-none-opinion-group = Ningún grupo votó
group-none-topic = Sin tema
group-none-kind = Clase desconocida
group-none-month = Sin fecha
group-none-author-kind = Tipo de autor desconocido
group-none-place = Sin lugar

## Cifras honestas
honesty-votes-declared = Los números de votos son los que declara la plataforma; sus ficheros no permiten volver a contarlos.
honesty-votes-sample = Los ficheros contienen solo una parte de los votos ({ $counted } de { $declared }): publicamos los números declarados.
honesty-no-comments = Los ficheros de la plataforma no contienen los comentarios; quizá los hubo.
honesty-no-authors = Los ficheros no dicen quién escribió qué: no se sabe cuántas personas participaron.
honesty-set-aside =
    { $count ->
        [one] { $count } fila de los ficheros de origen se descartó; la página «Método» dice por qué.
       *[other] { $count } filas de los ficheros de origen se descartaron; la página «Método» dice por qué.
    }
honesty-not-representative = Estas cifras describen a las personas que eligieron participar, no la opinión de toda la población.

## Privacidad
privacy-pseudonym = Las personas aparecen bajo un código (un seudónimo), propio de esta consulta.
privacy-initials = Las personas aparecen por sus iniciales.
privacy-name = Las personas aparecen con el nombre que la plataforma mostraba en público.
privacy-source-links-withheld = Los enlaces a las páginas de origen, que darían los nombres, no se publican.
privacy-columns = Las columnas con datos personales (correo electrónico, teléfono, dirección, fecha de nacimiento, dirección IP…) no llegan ni al sitio ni a los datos.
columns-of = Columnas no publicadas, fichero
columns-unused = No utilizadas
columns-personal = Descartadas, por personales

## Lo que se modificó
normalisation-markup = Se ha simplificado el formato de los textos: quedan párrafos, listas, enlaces, negrita y cursiva; se han quitado los programas (scripts), los estilos, las imágenes de otros sitios y los marcos.
normalisation-dates = Las fechas se reescribieron en una sola forma (ISO 8601). Las que no pudieron leerse quedan vacías y señaladas.
normalisation-whitespace = Se quitaron los espacios sobrantes y los caracteres invisibles. No se tocaron la ortografía ni la puntuación.
normalisation-formula-prefix = Algunas plataformas ponen un apóstrofo ante las celdas que parecen fórmulas. Se ha quitado.
normalisation-zone-unknown = No se declaró ninguna zona horaria para esta consulta: las horas sin zona se leen en la de su plataforma donde se conoce, y si no en UTC.
normalisation-zone = Cuando una hora no dice su zona horaria, se ha tomado la de la consulta.
repaired-texts =
    { $count ->
        [one] Un texto de { $file } tenía acentos dañados y se reparó ({ $rule }).
       *[other] { $count } textos de { $file } tenían acentos dañados y se repararon ({ $rule }).
    }
repaired-example = Por ejemplo, «{ $before }» pasó a ser «{ $after }».
repair-utf8-windows = letras con acento escritas en UTF-8, pero leídas un día como Windows-1252
repair-utf8-mac = letras con acento escritas en UTF-8, pero leídas un día como MacRoman
repair-windows-mac = letras con acento escritas en Windows-1252, pero leídas un día como MacRoman
repair-windows-latin = letras con acento escritas en Windows-1252, pero leídas un día como ISO-8859-1

## Cambios entre exportaciones
menu-changes = Qué cambió entre exportaciones
intro-changes = La plataforma se exportó más de una vez. Lo que se publica aquí es la última exportación; esta página dice en qué se distingue de las anteriores. Lo que una exportación ya no contiene conserva su página y su dirección.
intro-editions =
    { $count ->
        [one] La plataforma se exportó una vez.
       *[other] La plataforma se exportó { $count } veces. Cada exportación se leyó por separado; la que se publica es la última.
    }
edition-all = todas
gone-reason = ausente de la exportación del { $absent }; presente por última vez en la del { $last }
changes-pair = Del { $before } al { $after }
changes-pairs-label = Exportaciones comparadas
changes-small = Esta exportación contiene menos de la mitad de las aportaciones de la anterior: quizá no esté completa.
changes-none = Nada cambió de una exportación a otra.
changes-added = Añadidas
changes-added-label =
    { $count ->
        [one] añadida
       *[other] añadidas
    }
changes-removed = Ausentes de la nueva exportación
changes-removed-label =
    { $count ->
        [one] ya no está
       *[other] ya no están
    }
changes-edited = Modificadas
changes-edited-label =
    { $count ->
        [one] modificada
       *[other] modificadas
    }
changes-counts = Números que han cambiado
changes-counts-label = cuyos números han cambiado
changes-comments = Comentarios: añadidos, { $added }; desaparecidos, { $removed }; modificados, { $edited }.
changes-lengths = { $before } → { $after } caracteres
changes-back = ya estaba en una exportación anterior
changes-file = Lista completa (CSV)
change-title = Título:
change-body = Texto:
change-topic = Tema:
change-status = Estado:
change-votes_for = Votos a favor
change-votes_against = Votos en contra
change-votes_neutral = Votos neutrales
change-comment_count = Comentarios
column-edition = Exportación
column-before = Antes
column-after = Después
caption-editions = Lo que contienen las dos exportaciones
caption-counts = Aportaciones cuyos números cambiaron

## Resultados
outcome-status-accepted = Aceptada
outcome-status-partly = Aceptada en parte
outcome-status-refused = No aceptada
outcome-status-in_progress = En curso
outcome-status-done = Realizada
outcome-status-evaluating = En estudio

## Datos y método
column-name = Columna
column-type = Tipo
column-description = Descripción
column-example = Ejemplo
column-file = Fichero
column-profile = Perfil de lectura
column-format = Formato
column-read = Filas leídas
column-kept = Conservadas
column-set-aside = Descartadas
column-row = Fila
column-code = Código
column-reason = Motivo
column-contribution = Aportación
column-what = Número de
label-licence = Licencia
label-cite-data = Citar estos datos
caption-columns = Columnas de la tabla
caption-differences = Aportaciones cuyos dos números difieren
caption-sources = Ficheros leídos para esta consulta
hash-title = Huella del fichero
sql-label = La misma clasificación en SQL
table-contributions = Aportaciones
table-contributions-about = Una fila por aportación: su texto, quién la escribió, sus votos, sus puestos y su dirección en el archivo.
table-comments = Comentarios
table-comments-about = Una fila por comentario, con su aportación y el comentario al que responde.
table-topics = Temas
table-topics-about = El árbol de temas: cada uno con el que lo contiene.
table-contribution_topics = Temas de las aportaciones
table-contribution_topics-about = Todos los temas y palabras clave de cada aportación.
table-fields = Campos de la plataforma
table-fields-about = Lo demás que la plataforma dice de una aportación, tal cual.
table-translations = Traducciones
table-translations-about = Los títulos y textos de las aportaciones en otros idiomas.
table-groups = Grupos
table-groups-about = Para cada agrupación (tema, clase, mes…), el grupo de cada aportación: una fila por aportación y agrupación.
table-workshops = Talleres
table-workshops-about = Las reuniones: lugar, fecha, número de participantes, aportaciones que salieron de ellas.
table-outcomes = Respuestas y decisiones
table-outcomes-about = Las respuestas, decisiones y compromisos, y las aportaciones que citan.
table-votes = Votos
table-votes-about = Los votos por aportación y por día.
table-changes = Cambios entre exportaciones
table-changes-about = Lo que se distingue de la exportación anterior: aportaciones añadidas, desaparecidas, modificadas o cuyos números han cambiado. Una fila por cambio; los textos no se citan.
table-set_aside = Filas descartadas
table-set_aside-about = Las filas de los ficheros de origen que se descartaron, con su motivo.
cite-data = «{ $consultation }», conjunto de datos, { $publisher }, { $year }.
data-title = Datos: { $title }
data-about-dictionary = El diccionario: cada columna de cada tabla, explicada.
data-about-datapackage = El esquema Frictionless, que los programas pueden leer: tipos y claves de las columnas, tamaños y huellas SHA-256 de los ficheros CSV.
data-about-readme = La ficha de los datos, que conviene leer primero: cómo se recogieron, qué contiene cada fichero y qué no dicen.

## Tamaños de ficheros
bytes = { $value } bytes
kilobytes = { $value } kB
megabytes = { $value } MB
gigabytes = { $value } GB

## Ficha de los datos (README.md)
card-collection = Cómo se recogieron estos datos
card-label = { $label }:
card-files = Los ficheros
card-format = Los ficheros CSV están en UTF-8, separados por comas, con finales de línea CRLF; las fechas siguen la norma ISO 8601 y una celda vacía es un valor ausente. Los ficheros JSON contienen las mismas filas. Cada columna se describe en dictionary.csv y en datapackage.json.
card-limits = Lo que estos datos no dicen
card-limit-ranks = Un puesto compara las aportaciones publicadas de la misma clase, dentro de una sola consulta. La página «Método» da las reglas.
card-limit-declared = Los números de votos pueden ser los que declara la plataforma o los que se cuentan en las filas de los ficheros: la columna votes_basis dice cuáles se publican. Se conservan unos y otros.
card-source =
    { $read ->
        [one] { $read } fila leída
       *[other] { $read } filas leídas
    }, { $kept ->
        [one] { $kept } conservada
       *[other] { $kept } conservadas
    }, { $aside ->
        [one] { $aside } descartada
       *[other] { $aside } descartadas
    }

## Palabras clave para los portales
keyword-consultation = consulta pública
keyword-participation = participación ciudadana
keyword-democracy = democracia participativa

## Columnas de las tablas
column-about-group-votes-for = Número de votos a favor de los miembros del grupo; solo en la agrupación por grupo de votantes.
column-about-group-votes-against = Número de votos en contra de los miembros del grupo; solo en la agrupación por grupo de votantes.
column-about-group-votes-neutral = Número de votos neutrales de los miembros del grupo; solo en la agrupación por grupo de votantes.
column-about-consultation-id = Identificador de la consulta, el mismo en todas sus tablas y en las direcciones de sus páginas; nunca vacío.
column-about-contribution-id = Identificador de la aportación, el de la plataforma o, en su defecto, calculado a partir de su contenido, único entre las aportaciones de su clase en la consulta; nunca vacío.
column-about-kind = Clase de la aportación: proposal (propuesta), opinion (opinión), amendment (enmienda), question (pregunta), answer (respuesta), report (aviso), petition (petición), statement (declaración) o source (fuente); nunca vacía.
column-about-parent-kind = Clase de la aportación a la que corresponde esta, con las mismas palabras que kind; vacía si no corresponde a ninguna.
column-about-parent-id = Identificador de la aportación a la que corresponde esta (a la que enmienda, responde o apoya), que se lee junto con parent_kind; vacío si no corresponde a ninguna.
column-about-topic-id = Identificador del tema, el mismo que en la tabla topics; para una aportación, el de su tema principal; vacío si no hay tema, o si se trata de una palabra clave.
column-about-topic-title = Título del tema principal de la aportación; vacío si no tiene tema.
column-about-title = Título, en texto sin formato, de lo que describe la fila (aportación, tema, palabra clave, grupo, traducción, respuesta o decisión); vacío si falta en los ficheros recibidos o si está oculto.
column-about-body = Texto, sin formato, de lo que describe la fila (aportación, comentario, traducción, respuesta o decisión); vacío si falta en los ficheros recibidos o si está oculto.
column-about-author-id = Código de quien escribió, un seudónimo estable dentro de una misma consulta y diferente de una consulta a otra; vacío si los ficheros no dicen quién escribió o si el texto está oculto.
column-about-author-name = Nombre de la organización o del colectivo, o de la persona cuando el archivo publica los nombres; vacío en todos los demás casos.
column-about-author-kind = Tipo de autor: person (persona), organisation (organización), collective (colectivo) o unknown (los ficheros no lo dicen); vacío cuando author_id está vacío.
column-about-author-size = Número de personas del colectivo que escribió; vacío si no es un colectivo o si se desconoce su tamaño.
column-about-created-at = Fecha de presentación en ISO 8601: fecha y hora con la diferencia horaria (medianoche si solo se conoce el día), o solo el día cuando los ficheros no dan más que días; vacía si la fecha falta o no pudo leerse.
column-about-created-unix = El mismo instante en segundos enteros desde 1970-01-01 en UTC (de un día solo, su medianoche UTC): es lo que ordena la clasificación por fecha, igual en todo motor; vacía donde created_at lo está.
column-about-updated-at = Fecha de la última modificación, en la misma forma que created_at; vacía si los ficheros no la dan o si no pudo leerse.
column-about-status = Estado del texto: published (publicado), withdrawn (retirado por quien lo escribió, o ausente de la última exportación), moderated (oculto por la moderación) o erased (borrado a petición); nunca vacío.
column-about-language = Idioma del texto, en código ISO 639 seguido de la región si los ficheros la dan (fr, pt-br); vacío si se desconoce.
column-about-votes-for = Número publicado de votos a favor, según votes_basis para una aportación; en la tabla votes, el de los contados ese día; vacío si no se conoce ningún número, o si no se podía votar así en esta consulta.
column-about-votes-against = Número publicado de votos en contra, según votes_basis para una aportación; en la tabla votes, el de los contados ese día; vacío si no se conoce ningún número, o si no se podía votar así en esta consulta.
column-about-votes-neutral = Número publicado de votos neutrales, según votes_basis para una aportación; en la tabla votes, el de los contados ese día; vacío si no se conoce ningún número, o si no se podía votar así en esta consulta.
column-about-votes-basis = Origen de los números de votos publicados: counted (contados fila a fila en los ficheros recibidos), declared (declarados por la plataforma) o none (ningún voto conocido); nunca vacío.
column-about-declared-votes-for = Número de votos a favor declarado por la plataforma; vacío si no declara ninguno.
column-about-declared-votes-against = Número de votos en contra declarado por la plataforma; vacío si no declara ninguno.
column-about-declared-votes-neutral = Número de votos neutrales declarado por la plataforma; vacío si no declara ninguno.
column-about-counted-votes-for = Número de votos a favor contado en las filas de votos de los ficheros recibidos, donde solo cuenta el último voto de cada persona; vacío si esos ficheros no tienen ninguna fila de votos para esta aportación.
column-about-counted-votes-against = Número de votos en contra contado en las filas de votos de los ficheros recibidos, donde solo cuenta el último voto de cada persona; vacío si esos ficheros no tienen ninguna fila de votos para esta aportación.
column-about-counted-votes-neutral = Número de votos neutrales contado en las filas de votos de los ficheros recibidos, donde solo cuenta el último voto de cada persona; vacío si esos ficheros no tienen ninguna fila de votos para esta aportación.
column-about-comment-count = Número publicado de comentarios, según comment_basis; vacío si los ficheros no dicen nada de los comentarios.
column-about-comment-basis = Origen del número de comentarios publicado: counted (contados en los ficheros recibidos), declared (declarados por la plataforma) o none (número desconocido); nunca vacío.
column-about-declared-comment-count = Número de comentarios declarado por la plataforma; vacío si no declara ninguno.
column-about-latitude = Latitud del lugar, en grados decimales (WGS 84), positiva al norte; vacía si la posición se desconoce o está oculta.
column-about-longitude = Longitud del lugar, en grados decimales (WGS 84), positiva al este; vacía si la posición se desconoce o está oculta.
column-about-place = Nombre del lugar tal como lo escriben los ficheros; vacío si no dan ninguno o si está oculto.
column-about-outcome-status = Respuesta o decisión: accepted (aceptada), partly (aceptada en parte), refused (no aceptada), in_progress (en curso), done (realizada) o evaluating (en estudio); para una aportación que citan varias, la primera cuyo estado se conoce; vacío si no se conoce ninguno.
column-about-url = Dirección en el archivo de la página de lo que describe la fila, relativa a la raíz del archivo; nunca vacía.
column-about-source-url = Dirección de la página de origen en la plataforma; vacía si los ficheros no la dan o si el archivo no la publica.
column-about-source-file = Nombre del fichero de origen en el que se leyó la fila; nunca vacío.
column-about-source-row = Número de la fila en source_file, a partir de 1, sin contar el encabezado (0, en la tabla set_aside, es el fichero entero); nunca vacío.
column-about-rank = Puesto en la clasificación «{ $ranking }», entre las aportaciones de la misma clase de la consulta: 1 es el primero, las empatadas comparten puesto; vacío si la aportación no se clasifica.
column-about-score = Puntuación en la clasificación «{ $ranking }», un número entero cuya regla da la página «Método»; vacía si la aportación no se clasifica.
column-about-comment-id = Identificador del comentario, único en la consulta; nunca vacío.
column-about-contribution-kind = Clase de la aportación de la que trata la fila, con las mismas palabras que kind en la tabla contributions; nunca vacía.
column-about-parent-comment-id = Identificador del comentario al que responde este; vacío si responde a la propia aportación o si ese comentario no está en los ficheros recibidos.
column-about-side = Posición que toma el comentario: for (a favor), against (en contra), neutral (neutral) o none (sin posición); nunca vacía.
column-about-parent-topic-id = Identificador del tema que contiene a este; vacío para un tema de primer nivel.
column-about-description = Texto que presenta el tema; vacía si no lo hay.
column-about-depth = Profundidad del tema en el árbol: 0 en el primer nivel, 1 para un subtema, y así sucesivamente; nunca vacía.
column-about-contribution-count = Número de aportaciones del tema, incluidos los subtemas; 0 si no hay ninguna, nunca vacío.
column-about-relation = Vínculo entre la aportación y el título: topic (su propio tema), ancestor (un tema por encima de este) o tag (una palabra clave); nunca vacío.
column-about-id = Identificador de la aportación a la que pertenece el campo, que se lee junto con kind; nunca vacío.
column-about-field = Nombre del campo de la plataforma, tal como lo escriben los ficheros; en la tabla changes, lo que es distinto (title, body, topic, status o una columna de números), vacío ahí cuando la fila dice added o removed.
column-about-value = Valor del campo para esta aportación, en texto sin formato; vacío si los ficheros lo dejan vacío.
column-about-grouping = Agrupación: topic (por tema), kind (por clase), month (por mes), author-kind (por tipo de autor) o place (por lugar); nunca vacía.
column-about-group-id = Identificador del grupo, único en su agrupación, tal como figura en la dirección de su página; nunca vacío.
column-about-outcome-id = Identificador de la respuesta o decisión (o compromiso), repetido en una fila por cada aportación citada; nunca vacío.
column-about-author = Nombre de quien respondió o decidió; vacío si no se indica.
column-about-decided-on = Día de la respuesta o de la decisión, en ISO 8601 (2024-03-01); vacío si se desconoce.
column-about-cited-kind = Clase de la aportación que cita la respuesta o decisión, con las mismas palabras que kind en la tabla contributions; vacía si no cita ninguna.
column-about-cited-id = Identificador de la aportación que cita la respuesta o decisión, que se lee junto con cited_kind; vacío si no cita ninguna.
column-about-voted-on = Día de los votos, en la hora local de la consulta, en ISO 8601 (2024-03-01); vacío si los ficheros no dan fecha a estos votos.
column-about-code = Código del motivo por el que se descartó la fila, el mismo en todos los idiomas; nunca vacío.
column-about-message = Motivo por el que se descartó la fila, en palabras, sin citar nunca una columna personal; nunca vacío.
column-about-edition-before = Día de la más antigua de las dos exportaciones comparadas, en ISO 8601 (2024-03-01); nunca vacío.
column-about-edition-after = Día de la más reciente de las dos exportaciones comparadas, en ISO 8601 (2024-04-01); nunca vacío.
column-about-change = Qué cambió de la exportación antigua a la nueva: added (añadida), removed (ya no está en la nueva), edited (modificada) o counts (otros números); nunca vacío.
column-about-before = Valor en la exportación antigua: de un título o texto, su longitud en caracteres; de un tema, sus títulos; si no, el valor mismo; vacío si no lo había o si la fila dice added o removed.
column-about-after = Valor en la exportación nueva, en la misma forma que before; vacío si no lo hay o si la fila dice added o removed.

## Fechas
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date-day = { $day } de { $month } de { $year }
date-time = { $date }, { $hour }:{ $minute }
date-time-whole = { $date }, { $hour }:{ $minute }
date-month = { $month } de { $year }

## Lenguas
language-fr = francés
language-en = inglés
language-es = español
language-ca = catalán
language-eu = euskera
language-gl = gallego
language-oc = occitano
language-br = bretón
language-de = alemán
language-it = italiano
language-pt = portugués
language-nl = neerlandés
language-ar = árabe
language-zh = chino

## Lo que escribió la asociación
menu-news = Noticias
menu-documents = Para entender
menu-synthesis = Síntesis
menu-outcomes = Respuestas y decisiones
menu-workshops = Talleres
menu-map = Mapa
menu-figures = Cifras
menu-collection = Mi selección
menu-accessibility = Accesibilidad
heading-all-news = Todas las noticias
heading-latest-news = Últimas noticias
heading-timeline = Las etapas
heading-partners = Entidades colaboradoras
heading-references = Aportaciones citadas
heading-files = Documentos
heading-sheets = Fichas informativas
heading-guides = Para saber más
heading-media = Para escuchar y ver
heading-synthesis = Síntesis
heading-coverage = En qué se apoya esta síntesis
heading-cited-in = Citada en
heading-alike = Textos parecidos
heading-amended = Lo que cambia esta enmienda
heading-brought-by = Surgida de un taller
heading-other-comments = Sin tomar posición
heading-declared = Declarado, no contado
heading-map = Mapa
heading-places = Aportaciones que tienen un lugar
heading-workshops-table = Los talleres
intro-news = Lo que ocurrió durante la consulta, de lo más reciente a lo más antiguo.
intro-documents = Fichas informativas, preguntas, grabaciones y documentos: lo que ayuda a entender esta consulta.
intro-synthesis = Cada número lleva a la aportación en la que se apoya la frase.
intro-coverage = Para cada tema: cuántas de sus aportaciones publicadas cita la síntesis, y las más apoyadas de las que no cita.
intro-declared = Estos números vienen de la fuente indicada; nadie puede volver a contarlos.
intro-figures = Cada número puede volver a contarse con los datos publicados y lleva a la lista que resume.
intro-workshops = Las personas presentes en los talleres se cuentan aparte: nunca se suman a los votos.
intro-collection = Las aportaciones que ha ido eligiendo al leer. La lista se queda en este navegador: nadie más la ve.
news-more = Todas las noticias de esta consulta
news-feed-link = Suscribirse a las noticias (canal Atom)
news-neighbours = Otras noticias
older = Más antigua:
newer = Más reciente:
contents-label = Índice
reference-back = Volver al texto
footnote-back = Volver a la llamada de nota
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Atención
timeline-link = Más información
transcript-of = Transcripción:
transcript-none = Sin transcripción.
figures-more = Más cifras, con gráficos y tablas
paragraph-label = Párrafo
none-arguments = Ningún comentario.
amended-before = Texto original
amended-after = Texto enmendado
amended-words =
    { $removed ->
        [one] { $removed } palabra suprimida
       *[other] { $removed } palabras suprimidas
    }, { $added ->
        [one] { $added } palabra añadida
       *[other] { $added } palabras añadidas
    }.
same-text-count = Este texto se envió { $count } veces
same-text-note = Cada una de estas aportaciones conserva su página, sus votos y su puesto: no se fusiona nada.
likeness = { $value } del texto en común
caption-coverage = La síntesis, tema por tema
column-published = Publicadas
column-cited = Citadas
column-share = Porcentaje
column-uncited = Muy apoyadas, no citadas

## Resultados
outcomes-summary =
    { $answered ->
        [one] { $answered } aportación de { $contributions } recibió respuesta.
       *[other] { $answered } aportaciones de { $contributions } obtuvieron respuesta.
    }
outcomes-all = Todas
outcomes-filter = Respuestas y decisiones, según la decisión
outcome-untitled = Respuesta
outcome-link = Leer la decisión
outcome-about = Sobre:
outcome-more =
    { $count ->
        [one] y { $count } más
       *[other] y { $count } más
    }
outcome-none-status = Con respuesta, sin decisión indicada
outcome-no-answer = Sin respuesta

## Talleres y mapas
workshops-summary =
    { $workshops ->
        [one] { $workshops } taller
       *[other] { $workshops } talleres
    }, { $people ->
        [one] { $people } participante
       *[other] { $people } participantes
    }, { $contributions ->
        [one] { $contributions } aportación surgida de ellos.
       *[other] { $contributions } aportaciones surgidas de ellos.
    }
caption-workshops = Lugar, fecha, participantes y aportaciones de cada taller
column-number = N.º
column-workshop = Taller
column-date = Fecha
column-participants = Participantes
participants-count =
    { $count ->
        [one] { $count } participante
       *[other] { $count } participantes
    }
workshop-partner = con
workshop-minutes = Acta
workshop-brought = Aportaciones surgidas de este taller
map-workshops = Mapa de los talleres
map-contributions = Mapa de las aportaciones
map-summary =
    { $located ->
        [one] { $located } aportación de { $contributions } está en el mapa.
       *[other] { $located } aportaciones de { $contributions } están en el mapa.
    }
map-file = Lista completa, en un fichero (CSV)
caption-places = Los puntos del mapa
column-latitude = Latitud
column-longitude = Longitud
metres = { $count } m
kilometres = { $count } km

## Cifras
figure-table = Tabla de números
figure-csv = Estos números en un fichero (CSV)
figure-others = Todas las demás
figures-none = Ninguna cifra que mostrar.
figure-time-contributions = Las aportaciones a lo largo del tiempo
figure-time-contributions-about = Número de aportaciones por fecha de presentación.
figure-time-comments = Los comentarios a lo largo del tiempo
figure-time-comments-about = Número de comentarios por fecha.
figure-time-votes = Los votos a lo largo del tiempo
figure-time-votes-about = Número de votos por día, cuando los ficheros los dan uno a uno.
figure-topics = Por tema
figure-topics-about = Aportaciones de cada tema, incluidos los subtemas.
figure-kinds = Por clase
figure-kinds-about = Aportaciones según su clase.
figure-author-kinds = Por tipo de autor
figure-author-kinds-about = Aportaciones según quién las escribió: persona, organización o colectivo.
figure-votes = A favor, neutral o en contra
figure-votes-about = Todos los votos publicados sobre aportaciones: a favor, neutrales y en contra.
figure-support = Cómo se reparte el apoyo
figure-support-about = Número de aportaciones según su apoyo: votos a favor menos votos en contra.
figure-comments = Cómo se reparten los comentarios
figure-comments-about = Número de aportaciones según cuántos comentarios recibieron.
figure-comment-sides = La posición de los comentarios
figure-comment-sides-about = La posición que toman los comentarios: a favor, en contra, neutral o ninguna.
figure-declared = Números declarados, números contados
figure-declared-about = Lo que declara la plataforma, junto a lo que contienen sus ficheros.
figure-activity = Número de aportaciones por persona
figure-activity-about = Número de personas según cuántas aportaciones escribieron.
figure-outcomes = Qué se respondió a las aportaciones
figure-outcomes-about = Aportaciones publicadas, según la primera respuesta o decisión que recibieron.
figure-workshops = Talleres y colectivos
figure-workshops-about = Personas presentes, contadas aparte de los votos en línea.
figure-consultations = Las consultas, una junto a otra
figure-consultations-about = Aportaciones de cada consulta.
figure-votes-declared = Votos declarados
figure-votes-counted = Votos contados
figure-comments-declared = Comentarios declarados
figure-comments-counted = Comentarios contados
figure-by-day = Día
figure-by-week = Semana
figure-by-month = Mes
figure-by-year = Año
figure-by-topic-id = Tema
figure-by-kind = Clase
figure-by-author-kind = Tipo de autor
figure-by-side = Posición
figure-by-score-support = Apoyo
figure-by-comment-count = Comentarios
figure-by-number = Número
figure-by-contributions-from = Aportaciones por persona
figure-by-outcome-status = Respuesta o decisión
figure-by-workshop-id = Taller
figure-by-consultation-id = Consulta
figure-column-contributions = Aportaciones
figure-column-comments = Comentarios
figure-column-votes = Votos
figure-column-authors = Autores y autoras
figure-column-count = Número
figure-column-participants = Participantes
range-below = por debajo de { $last }
range-above = por encima de { $first }
range-between = de { $first } a { $last }
week-of = semana del { $date }

## Agrupaciones de este tipo
grouping-activity = Por número de aportaciones de la misma persona
grouping-activity-rule = Cuántas aportaciones escribió la misma persona en esta consulta.
group-none-activity = Persona desconocida
activity-1 = 1 aportación
activity-2 = 2 aportaciones
activity-3 = De 3 a 5 aportaciones
activity-6 = De 6 a 10 aportaciones
activity-11 = 11 aportaciones o más
grouping-area = Por zona
grouping-area-rule = La zona del mapa en la que está el lugar de cada aportación; las que no tienen lugar no están en ninguna.
group-none-area = Fuera del mapa
grouping-same-text = Textos iguales o casi
grouping-same-text-rule = Textos iguales salvo en algún detalle, enviados varias veces. Cada aportación conserva sus propios votos.
group-none-same-text = Ningún texto parecido
sheet-label = En una hoja de cálculo
sheet-if = SI
sheet-countifs = CONTAR.SI.CONJUNTO
method-sheet = Escriba esto en la fila 2 de una columna libre de contributions-spreadsheet.csv o de contributions.xlsx y cópielo hacia abajo: uno más que el número de filas de la misma clase ({ $kind }) con una puntuación más alta ({ $score }, score_{ $ranking }). Una fila sin puntuación no tiene puesto.
method-sheet-parted = Escriba primero { $sum } en la fila 2 de la columna { $helper } de contributions-spreadsheet.csv o de contributions.xlsx y cópielo hacia abajo; después esto, en la columna siguiente. La segunda parte cuenta las filas de igual puntuación con más votos en total: solo las filas iguales en ambos números comparten puesto.
method-similar = Buscamos los textos enviados varias veces, con pocos cambios. Se comparan los textos de al menos { $words } palabras, como conjuntos de grupos de { $shingle } palabras seguidas, sin tener en cuenta mayúsculas, acentos ni puntuación. Unas firmas MinHash de { $hashes } valores, con semillas fijas, encuentran los pares que hay que comparar, en { $bands } bandas de { $rows } valores; su parecido se calcula después con exactitud (grupos comunes, divididos por todos los grupos de ambos). A partir del { $same } % se consideran el mismo texto; a partir del { $close } %, cercanos. Grupos del mismo texto aquí: { $groups }. Los votos no se fusionan nunca.

## Citar y reunir
copy-citation = Copiar la cita
copied-citation = Cita copiada
copy-form = Copiar
save-form = Guardar
cite-forms = Para gestores de bibliografía: BibTeX, RIS, CSL-JSON
collect = Añadir a mi selección
collected = En mi selección: quitar
collection-how = En la página de cada aportación y de cada síntesis, elija «Añadir a mi selección». Después puede guardar aquí la lista, como tabla (CSV) o en BibTeX. Para ello JavaScript debe estar activado; si no, la página «Datos» ofrece las citas de todas las aportaciones.
collection-empty = Su selección está vacía.
collection-remove = Quitar
collection-clear = Vaciar la selección
collection-sure = ¿Vaciar de verdad la selección?
collection-csv = Guardar como CSV
collection-bib = Guardar como BibTeX
collection-list = Aportaciones de mi selección
cite-files = Toda la consulta, para gestores de bibliografía:
cite-comment = Comentario sobre «{ $title }»
collection-address = Copiar una dirección que contiene esta lista
collection-shared = Una lista que le han enviado
data-about-citations-bib = Las citas de todas las aportaciones, para LaTeX y los gestores de bibliografía (BibTeX).
data-about-citations-ris = Las citas de todas las aportaciones, para los gestores de bibliografía (RIS).
data-about-citations-json = Las citas de todas las aportaciones, en formato CSL-JSON.

## Declaración de accesibilidad
accessibility-intro = Queremos que todo el mundo pueda leer este archivo. Esta página dice qué se prueba, qué se mide y qué sigue siendo difícil de usar.
accessibility-state = Grado de conformidad
accessibility-not-assessed = Nadie ha auditado este sitio en su conjunto: no podemos declarar que sea conforme con el RGAA o las WCAG, ni del todo ni en parte.
accessibility-partly = Una auditoría concluyó que este sitio es parcialmente conforme con el RGAA y las WCAG.
accessibility-full = Una auditoría concluyó que este sitio es plenamente conforme con el RGAA y las WCAG.
accessibility-audited = Auditoría del
accessibility-tested = Qué se prueba
accessibility-tested-intro = Las plantillas de estas páginas se prueban en un archivo de ejemplo con cada cambio del programa que las produce:
accessibility-tested-axe = las reglas automáticas de axe-core para las WCAG 2.2, niveles A y AA, en modo claro y en modo oscuro;
accessibility-tested-keyboard = todo puede usarse solo con el teclado;
accessibility-tested-scripts = cada página puede leerse sin JavaScript;
accessibility-tested-narrow = nada se corta ni se sale por los lados en una pantalla de 320 píxeles de ancho;
accessibility-tested-html = el HTML es válido. Las máquinas encuentran más o menos la mitad de las barreras: estas pruebas no sustituyen a ninguna auditoría.
accessibility-measured = Qué se mide en este archivo
accessibility-pictures =
    { $count ->
        [0] Ninguna imagen.
        [one] { $count } imagen, { $without } sin texto alternativo.
       *[other] { $count } imágenes, { $without } sin texto alternativo.
    }
accessibility-recordings =
    { $count ->
        [one] { $count } grabación, { $without } sin transcripción.
       *[other] { $count } grabaciones, { $without } sin transcripción.
    }
caption-contrasts = Contraste de los colores de este sitio
column-scheme = Modo
column-pair = Colores
column-contrast = Contraste
column-least = Como mínimo
column-result = Resultado
contrast-enough = suficiente
contrast-low = demasiado bajo
scheme-light = claro
scheme-dark = oscuro
contrast-ink-paper = texto en la página
contrast-ink-tint = texto en los recuadros
contrast-soft-paper = letra pequeña en la página
contrast-soft-tint = letra pequeña en los recuadros
contrast-accent-paper = enlaces en la página
contrast-accent-tint = enlaces en los recuadros
contrast-for-paper = posición «a favor» en la página
contrast-against-paper = posición «en contra» en la página
accessibility-gaps = Lo que sigue siendo difícil
accessibility-gap-texts = Las aportaciones se publican tal como se escribieron: el idioma puede cambiar dentro de un texto sin que esté indicado.
accessibility-gap-documents = Los documentos para descargar los hicieron otros y quizá no sean accesibles.
accessibility-remedy = Vías de recurso
accessibility-remedy-text = Si nos ha señalado un defecto de accesibilidad que le impide leer una página o usar el sitio y no ha recibido una respuesta satisfactoria, puede dirigirse, en Francia, al Defensor de los Derechos (Défenseur des droits), gratuitamente.
accessibility-contact = Escríbanos
accessibility-contact-text = Si no consigue leer o usar una página, díganos su dirección. Le enviaremos su contenido en otra forma y corregiremos lo que se pueda:

## Borradores de síntesis
draft-intro = Un borrador hecho a partir de las clasificaciones: consérvelo, corríjalo y complételo, y después borre esta frase. Los números entre corchetes llevan a las aportaciones.
draft-count =
    { $count ->
        [one] { $count } aportación publicada.
       *[other] { $count } aportaciones publicadas.
    }
draft-support = Las más apoyadas:
draft-divisive = Las que más dividen:
draft-debated = Las más comentadas:
draft-support-item = «{ $title }» { $cite } ({ $for } a favor, { $against } en contra)
draft-support-item-alone = «{ $title }» { $cite } ({ $for } { $for ->
        [one] apoyo
       *[other] apoyos
    })
draft-divisive-item = «{ $title }» { $cite } ({ $for } a favor, { $against } en contra)
draft-debated-item = «{ $title }» { $cite } ({ $comments ->
        [one] { $comments } comentario
       *[other] { $comments } comentarios
    })

## Columnas de la tabla de talleres
column-about-workshop-id = Identificador del taller, repetido en una fila por cada aportación que trajo; nunca vacío.
column-about-held-on = Día del taller, en ISO 8601 (2024-03-12); vacío si no se conoce.
column-about-address = Dirección postal del lugar; vacía si no se da.
column-about-participants = Número de personas presentes; vacío si no se conoce. Nunca se suma a los votos.
column-about-partner = Quién acogió el taller; vacío si no se indica.

## Títulos de los textos que no lo tienen
heading-faq = Preguntas y respuestas
heading-methodology = Kit metodológico
figure-undated = Sin fecha, no representados aquí: { $count }.

## Formatos de las tablas
format-csv = CSV
format-about-csv = Para bases de datos, programas de estadística y código: UTF-8, comas, valores exactos.
format-spreadsheet = CSV para hojas de cálculo
format-about-spreadsheet = Se abre con doble clic en Excel o LibreOffice; una celda que se leería como fórmula empieza por un apóstrofo.
format-xlsx = XLSX
format-about-xlsx = Para Excel, LibreOffice y Google Sheets: fechas y números de verdad, los filtros ya puestos, el diccionario en su propia hoja. Un texto de más de 32 767 caracteres se corta ahí.
format-ods = ODS
format-about-ods = El mismo libro en el formato abierto de LibreOffice y de las administraciones.
format-json = JSON
format-about-json = Una lista de objetos, para páginas web y programas.
format-jsonl = JSON Lines
format-about-jsonl = Un objeto por línea, sin los valores ausentes, para leer sin cargarlo todo.
format-parquet = Parquet
format-about-parquet = Columnas con tipo, ligeras y rápidas: para DuckDB, Python, R y Spark.
format-geojson = GeoJSON
format-about-geojson = Las filas que tienen lugar, como puntos para mapas: QGIS, uMap, geojson.io.
resource-title = { $table } ({ $format })

## Los ficheros junto a las tablas
data-about-sqlite = Todas las tablas en una base SQLite, con sus claves y un índice de texto completo: se abre en DB Browser for SQLite y Datasette.
data-about-zip = Todo lo que contiene esta página en una sola descarga.
data-about-schema = Table Schema: los tipos y restricciones de las columnas.
data-about-csvw = CSV on the Web: lo mismo para los datos enlazados.
data-about-croissant = Croissant: los datos descritos para el aprendizaje automático, con sus límites, sus sesgos y lo que fue de los datos personales.
data-about-changelog = Lo que cambió de una publicación a otra.
data-about-catalog-ttl = El catálogo en DCAT-AP 3.0.1 para data.europa.eu y los validadores (Turtle).
data-about-catalog-jsonld = El mismo catálogo en JSON-LD.
data-about-catalog-rdf = El mismo catálogo en RDF/XML.
data-about-harvest-jsonld = El catálogo para data.gouv.fr: en su administración, un recolector de tipo DCAT con esta dirección.
data-about-harvest-ttl = El catálogo para CKAN con ckanext-dcat y para Opendatasoft.
data-about-data-json = El catálogo para DKAN, Socrata y ArcGIS Hub (DCAT-US 1.1).
data-about-opendatasoft = La lista de tablas para el recolector de Opendatasoft «FTP with meta CSV».
data-about-scdl = El catálogo en el formato del Socle commun des données locales.
data-about-void = VoID: por donde empiezan los robots de datos enlazados.
data-about-portals = Lo que la orden greffe publish envía a data.gouv.fr o a un portal CKAN.
data-about-quality = La calidad de los metadatos tal como la juzgan los portales, criterio por criterio.
data-about-public-schema = Un esquema público para este tipo de datos, presentado como lo pide schema.data.gouv.fr, con un ejemplo válido y otro no válido.

## La ficha de los datos
card-collected-by-export = Quien publica no dice cómo se participaba; los datos son la exportación de la plataforma.
card-limit-sheets = En los libros (XLSX, ODS) los instantes están en hora local sin zona y, en XLSX, los textos de más de 32 767 caracteres se cortan; CSV, JSON y Parquet son exactos.
card-limit-hidden =
    { $count ->
        [one] { $count } aportación fue ocultada por la moderación o borrada a petición: su fila queda, su texto está vacío.
       *[other] { $count } aportaciones fueron ocultadas por la moderación o borradas a petición: sus filas quedan, sus textos están vacíos.
    }
card-limit-missing =
    { $count ->
        [one] { $count } aportación es citada por comentarios o votos sin figurar en ningún fichero: no tiene fila.
       *[other] { $count } aportaciones son citadas por comentarios o votos sin figurar en ningún fichero: no tienen fila.
    }
card-other-formats = Las mismas filas están en todos los formatos; el diccionario explica cada columna.
card-uses-heading = Para qué sirven
card-uses = Para leer y citar lo que se dijo, recontar los votos y recalcular las clasificaciones, estudiar la participación; no para medir lo que piensa una población.
card-cleaning = Los textos se han limpiado (se ha quitado el formato peligroso), las fechas están en ISO 8601, los nombres se sustituyen por seudónimos cuando el archivo lo dice; las filas ilegibles se listan con su motivo.
label-consultations-heading = Las consultas
changelog-heading = Lo que cambió de una publicación a otra
changelog-added =
    { $count ->
        [one] { $count } aportación añadida
       *[other] { $count } aportaciones añadidas
    }
changelog-removed =
    { $count ->
        [one] { $count } aportación ausente de la nueva exportación (su página se conserva)
       *[other] { $count } aportaciones ausentes de la nueva exportación (sus páginas se conservan)
    }
changelog-edited =
    { $count ->
        [one] { $count } aportación modificada
       *[other] { $count } aportaciones modificadas
    }
changelog-counts =
    { $count ->
        [one] { $count } aportación con otros números
       *[other] { $count } aportaciones con otros números
    }
changelog-comments-added =
    { $count ->
        [one] { $count } comentario añadido
       *[other] { $count } comentarios añadidos
    }
changelog-comments-removed =
    { $count ->
        [one] { $count } comentario desaparecido
       *[other] { $count } comentarios desaparecidos
    }
changelog-comments-edited =
    { $count ->
        [one] { $count } comentario modificado
       *[other] { $count } comentarios modificados
    }
changelog-nothing = Ningún cambio
changelog-first = Primera exportación

## El catálogo
theme-taxonomy = Tema de datos
theme-government = Gobierno y sector público
theme-agriculture = Agricultura, pesca, silvicultura y alimentación
theme-economy = Economía y finanzas
theme-education = Educación, cultura y deportes
theme-energy = Energía
theme-environment = Medio ambiente
theme-health = Salud
theme-international = Asuntos internacionales
theme-justice = Justicia, sistema judicial y seguridad pública
theme-regions = Regiones y ciudades
theme-society = Población y sociedad
theme-technology = Ciencia y tecnología
theme-transport = Transportes
availability-stable = estable
distribution-completed = completado
schema-title = Table Schema de este fichero
keyword-archive = archivo
dataset-title = { $title }: aportaciones y cifras
dataset-title-archive = { $title }: todas las consultas
dataset-counts = Aportaciones: { $contributions }; comentarios: { $comments }.
dataset-about = Cada aportación con su texto, su tema, sus votos, sus puestos y la dirección permanente de su página, y los comentarios, los temas, los votos por día, los grupos y las respuestas y decisiones, cada cosa en su tabla. Cada cifra publicada puede recalcularse con ellas.
dataset-provenance = Exportación de la plataforma de participación ({ $platforms }), publicada por greffe.
table-consultations = Consultas
table-consultations-about = Una fila por consulta: fechas, territorio, entidad organizadora, números y dirección.
column-about-summary = Lo que se preguntaba, en un párrafo.
column-about-opened-on = Primer día.
column-about-closed-on = Último día.
column-about-organiser = Quién consultaba.
column-about-territory = Dónde se celebró.
column-about-insee-code = Código INSEE del territorio (SIREN de una agrupación de municipios).
column-about-audience = Quién podía participar.
column-about-method = Cómo se participaba.
column-about-author-count = Número de personas, organizaciones y colectivos que escribieron las aportaciones y comentarios publicados.
column-about-outcome-count = Número de respuestas y decisiones.
column-about-workshop-count = Número de talleres.
column-about-data-url = Página de sus datos, desde la raíz del archivo.

## Las páginas de datos
intro-data-archive = Los datos abiertos de todas las consultas, y los catálogos que leen los portales de datos.
menu-quality = Calidad de los metadatos
intro-quality = Lo que data.gouv.fr y data.europa.eu medirán de cada conjunto de datos, calculado con su descripción antes de publicarlo; y lo que falta.
quality-data-gouv-fr = Criterios de data.gouv.fr
quality-data-europa-eu = Indicadores de data.europa.eu
quality-met = { $met } de 9 criterios de data.gouv.fr, { $points } de 405 puntos de data.europa.eu
quality-criterion = Criterio
quality-points = Puntos
quality-missing = Lo que falta
quality-yes = cumplido
quality-lost = perdido
heading-everything = Todo en una descarga
heading-formats = ¿Qué formato?
heading-tables = Las tablas
heading-first-rows = Primeras filas
heading-datasets = Los datos de cada consulta
heading-queries = Ejemplos de consultas SQL
heading-checksums = SHA-256 de los ficheros
label-bounds = Extensión (oeste, sur, este, norte)
label-quality = Calidad
label-points-to = remite a
query-duckdb = DuckDB
query-about-duckdb = Lee el fichero donde está publicado, o tras descargarlo.
query-python = Python (pandas)
query-about-python = Necesita pandas y pyarrow.
query-r = R (readr)
query-about-r = Necesita readr.
query-sqlite = SQLite o Datasette
query-about-sqlite = Búsqueda de texto completo en database.sqlite; los acentos no cuentan.
query-sheet = Hoja de cálculo
query-about-sheet = Abra el fichero XLSX u ODS y ordene por una columna cuyo nombre empieza por rank_: su filtro está en la primera fila.
quality-udata-license = Licencia
quality-udata-license-how = Escriba `licence: lov2` (u otro identificador) en content/archive.yaml.
quality-udata-temporal-coverage = Cobertura temporal
quality-udata-temporal-coverage-how = Escriba `opened` y `closed` en consultation.yaml.
quality-udata-spatial = Cobertura espacial
quality-udata-spatial-how = Escriba un código INSEE, un marco o un contorno bajo `territory` en consultation.yaml.
quality-udata-update-frequency = Frecuencia de actualización
quality-udata-update-fulfilled-in-time = Actualizado a tiempo
quality-udata-dataset-description-quality = Descripción de más de 100 caracteres
quality-udata-has-open-format = Un formato abierto
quality-udata-all-resources-available = Todos los ficheros disponibles
quality-udata-resources-documentation = Ficheros documentados
quality-mqa-keyword = Palabras clave
quality-mqa-theme = Tema
quality-mqa-spatial = Cobertura espacial
quality-mqa-spatial-how = Escriba un código INSEE, un marco o un contorno bajo `territory` en consultation.yaml.
quality-mqa-temporal = Cobertura temporal
quality-mqa-temporal-how = Escriba `opened` y `closed` en consultation.yaml.
quality-mqa-access-url-answers = La dirección de acceso responde
quality-mqa-download-url = Dirección de descarga
quality-mqa-download-url-answers = La dirección de descarga responde
quality-mqa-format = Formato
quality-mqa-media-type = Tipo de medio
quality-mqa-from-vocabularies = Formato y tipo de medio de las listas de la UE
quality-mqa-non-proprietary = Formatos no propietarios
quality-mqa-non-proprietary-how = Nada que hacer: XLSX y Parquet se publican también, y la lista de data.europa.eu no los cuenta como abiertos.
quality-mqa-machine-readable = Formatos legibles por máquinas
quality-mqa-machine-readable-how = Nada que hacer: Parquet, ZIP y textos se publican también, y la lista de data.europa.eu no los cuenta como legibles por máquinas.
quality-mqa-dcat-ap = Conforme con DCAT-AP
quality-mqa-dcat-ap-how = Escriba el `name` de quien publica (`publisher`) en content/archive.yaml.
quality-mqa-license = Licencia
quality-mqa-license-how = Escriba `licence: lov2` (u otro identificador) en content/archive.yaml.
quality-mqa-license-from-vocabulary = Licencia de la lista de la UE
quality-mqa-license-from-vocabulary-how = Nada que hacer: data.gouv.fr solo conoce la licencia por su propia dirección, y es la que se da.
quality-mqa-access-rights = Derechos de acceso
quality-mqa-access-rights-from-vocabulary = Derechos de acceso de la lista de la UE
quality-mqa-contact-point = Contacto
quality-mqa-contact-point-how = Escriba el `name` y el `email` de quien publica (`publisher`) en content/archive.yaml.
quality-mqa-publisher = Quien publica
quality-mqa-publisher-how = Escriba el `name` de quien publica (`publisher`) en content/archive.yaml.
quality-mqa-rights = Derechos
quality-mqa-rights-how = Escriba `licence: lov2` (u otro identificador) en content/archive.yaml.
quality-mqa-byte-size = Tamaño de los ficheros
quality-mqa-issued = Fecha de publicación
quality-mqa-issued-how = Escriba `closed` en consultation.yaml.
quality-mqa-modified = Fecha de modificación
quality-mqa-modified-how = Escriba `closed` en consultation.yaml.

## El sello

menu-editions = Comprobar este archivo
intro-log = Cada aportación está inscrita en un registro público. Una edición sellada fija ese registro: lo que cambia después se ve.
heading-draft = Versión provisional
draft-about = El archivo ha cambiado desde la última edición sellada. Quien lo publica puede sellar otra con «greffe seal».
draft-notice = Versión provisional: todavía no está sellada y puede cambiar.
heading-editions = Ediciones selladas
edition-file-about = Una edición sellada lleva la huella de cada fichero del archivo y de cada registro. Esa lista, y la firma si la hay, están en
none-editions = Todavía no se ha sellado ninguna edición.
edition-title = Edición { $number }, { $date }
entries-count =
    { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
signed = firmada
heading-key = La clave de firma de quien publica
key-about = Compare esta clave con la que la entidad dio a conocer en otro lugar (papel, cartel, otro sitio): un archivo falso mostraría aquí otra clave.
heading-verify = Cómo comprobar
verify-about = Hace falta una copia del archivo y Python, que muchos ordenadores ya tienen. El programa vuelve a leer cada fichero, comprueba cada texto en el registro y recalcula cada clasificación. «greffe verify» hace lo mismo. En la página de cada aportación, un botón comprueba solo esa página.
heading-limits = Lo que esto no prueba
limits-about = La comprobación no prueba que la plataforma entregara todo lo que tenía: compare el archivo con lo que usted conservó (un mensaje, una captura de pantalla). Tampoco prueba que nadie fabricara otro archivo: compare la huella de la última edición con la copia de otra persona.
check-button = Comprobar esta página
check-ok = Esta página coincide con el registro.
check-draft = Esta página coincide con el registro, pero la versión es provisional: todavía no está sellada.
check-differs = ESTA PÁGINA NO COINCIDE CON EL REGISTRO:
check-missing = El registro no está junto a esta página. Para comprobarla, ábrala en el archivo completo.
check-unable = Este navegador no puede hacer el cálculo aquí: abra el archivo por https o desde su disco.
check-edition = Edición
check-limits = Este control no basta: una página falsa podría mostrar un resultado falso. Para comprobar el archivo entero, use verify.py.
check-how = Cómo se puede comprobar este archivo
rankings-ties = Las puntuaciones iguales comparten un puesto (1, 2, 2, 4). Entre ellas va primero la fecha más antigua, al final las que no tienen fecha, y después el identificador en orden natural.
readme-open = Para leerlo, abra index.html en un navegador, desde este disco o desde cualquier servidor. No hay que instalar nada.
readme-data = Los datos están en consultations/*/data/: tablas en CSV y otros formatos, cada una con su diccionario.
readme-check = Para comprobar que nada ha cambiado y volver a calcular cada clasificación:
readme-key = La clave que firmó la última edición; compárela con la que la entidad dio a conocer en otro lugar:
erased-on = Texto borrado el { $date }.

## Privacidad

masked-email = { "[correo electrónico oculto]" }
masked-phone = { "[teléfono oculto]" }
masked-nir = { "[número de seguridad social oculto]" }
masked-national-id = { "[número de identidad oculto]" }
masked-iban = { "[cuenta bancaria oculta]" }
masked-card = { "[número de tarjeta oculto]" }
masked-address = { "[dirección oculta]" }
masked-plate = { "[matrícula oculta]" }
masked-ip = { "[dirección IP oculta]" }
privacy-days = De las fechas solo se publica el día.
privacy-coordinates =
    { $count ->
        [one] Las coordenadas se redondean a { $count } decimal.
       *[other] Las coordenadas se redondean a { $count } decimales.
    }
privacy-masked =
    { $count ->
        [one] { $count } dato personal de los textos libres se sustituyó por una palabra entre corchetes.
       *[other] { $count } datos personales de los textos libres se sustituyeron por una palabra entre corchetes.
    }
privacy-erased =
    { $count ->
        [one] { $count } aportación o comentario se borró a petición; su página permanece.
       *[other] { $count } aportaciones y comentarios se borraron a petición; sus páginas permanecen.
    }
table-participants = Participantes
table-participants-about = Número de personas por tipo, por lugar y según lo que dicen los ficheros. Los números pequeños se ocultan, y algunos otros con ellos, para que no puedan deducirse de los totales.
column-about-attribute = Criterio del recuento: lugar u otra columna de los ficheros
column-about-attribute-value = Su valor
column-about-persons = Número de personas; vacío si está oculto
column-about-persons-hidden = true si el número está oculto para proteger a las personas
profile-plain-table = Tabla con encabezados corrientes
profile-plain-comments = Tabla de comentarios con encabezados corrientes
