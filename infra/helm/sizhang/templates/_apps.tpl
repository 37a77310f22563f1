{{/* The five apps: files/apps.yaml with what values.yaml says of each. As YAML, by name; every template goes over them. */}}
{{- define "sizhang.apps" -}}
{{- if gt (len .Release.Name) 50 }}{{ fail "安装名最长 50 个字符。 The release's name has at most 50 characters." }}{{ end -}}
{{- $apps := (.Files.Get "files/apps.yaml" | fromYaml).apps -}}
{{- range $name, $app := $apps }}{{ $_ := merge $app (index $.Values.apps $name) }}{{ end -}}
{{- toYaml $apps }}
{{- end }}

{{/* The labels by which the pods of an app are found. Takes the root and the app's name. */}}
{{- define "sizhang.selector" -}}
app.kubernetes.io/name: sizhang
app.kubernetes.io/instance: {{ (first .).Release.Name }}
app.kubernetes.io/component: {{ last . }}
{{- end }}

{{/* Name and labels of whatever belongs to an app. Takes the root and the app's name. */}}
{{- define "sizhang.metadata" -}}
{{- $root := first . -}}
name: {{ $root.Release.Name }}-{{ last . }}
labels:
  {{- include "sizhang.selector" . | nindent 2 }}
  app.kubernetes.io/managed-by: {{ $root.Release.Service }}
  helm.sh/chart: {{ $root.Chart.Name }}-{{ $root.Chart.Version }}
{{- end }}

{{/* The environment of an app; what values.yaml says of this app alone goes before what is said of all. Takes the root, the app's name and the app. */}}
{{- define "sizhang.environment" -}}
{{- $root := index . 0 }}{{ $user := index . 1 }}{{ $app := index . 2 -}}
- name: PORT
  value: {{ $app.port | quote }}
{{- range $name, $template := $app.settings }}
{{- $value := tpl $template $root }}
{{- if and $value (not (hasKey $app.env $name)) }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
{{- range $name, $value := $app.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- range $name, $key := $app.secrets }}
- name: {{ $name }}
  valueFrom: { secretKeyRef: { name: {{ $root.Values.existingSecret }}, key: {{ $key }} } }
{{- end }}
{{- range $name, $key := $app.mayBeAway }}
- name: {{ $name }}
  valueFrom: { secretKeyRef: { name: {{ $root.Values.existingSecret }}, key: {{ $key }}, optional: true } }
{{- end }}
{{- if $root.Values.kafka.mechanism }}
{{- if not (hasKey $app.env "KAFKA_USERNAME") }}
- name: KAFKA_USERNAME
  value: {{ printf "%s%s" $root.Values.kafka.prefix $user }}
{{- end }}
- name: KAFKA_PASSWORD
  valueFrom: { secretKeyRef: { name: {{ $root.Values.existingSecret }}, key: KAFKA_PASSWORD_{{ upper $user }} } }
{{- end }}
{{- end }}

{{/*
The folders that an app has beside its image: who signed Kafka's certificate, the gateway's own, for the last good parts of the graph, the
services' further packs, and membership's, with the secret that the identity provider knows it by and with what the installation says of personal
data. Takes the root and the app's name.
*/}}
{{- define "sizhang.folders" -}}
{{- with (first .).Values.kafka.authoritySecret }}
- { name: kafka-authority, path: /var/lib/sizhang/kafka, secret: { secretName: {{ . }} } }
{{- end }}
{{- if eq (last .) "gateway" }}
- { name: graph, path: /var/lib/sizhang, emptyDir: { sizeLimit: 64Mi } }
{{- else }}
{{- range $department, $configMap := (first .).Values.packs }}
- { name: pack-{{ $department }}, path: /var/lib/sizhang/packs/{{ $department }}, configMap: { name: {{ $configMap }} } }
{{- end }}
{{- end }}
{{- if and (eq (last .) "membership") (first .).Values.identityProvider.secret }}
- name: identity-provider
  path: /var/lib/sizhang/identity-provider
  secret:
    secretName: {{ (first .).Values.existingSecret }}
    items: [{ key: IDENTITY_PROVIDER_CLIENT_SECRET, path: client-secret }]
{{- end }}
{{- if and (eq (last .) "membership") (first .).Values.personalData }}
- name: personal-data
  path: /var/lib/sizhang/personal-data
  configMap: { name: {{ (first .).Release.Name }}-{{ include "sizhang.personalData" (first .) }} }
{{- end }}
{{- end }}

{{/*
What the ConfigMap with the installation's own legal bases and terms of keeping is called, behind the release's name. It tells one content from
another, so that membership is started anew when that changes. Takes the root.
*/}}
{{- define "sizhang.personalData" -}}
personal-data-{{ .Values.personalData | toJson | sha256sum | trunc 8 }}
{{- end }}

{{/*
How many instances. Where KEDA scales, what runs now stays: without a number here an upgrade would go back to one, with the fewest it would
stop the others. Takes the root, the app's name and the app.
*/}}
{{- define "sizhang.replicas" -}}
{{- $root := index . 0 }}{{ $app := index . 2 -}}
{{- $running := dict -}}
{{- if and $root.Values.keda.enabled $app.consumes -}}
{{- $running = lookup "apps/v1" "Deployment" $root.Release.Namespace (printf "%s-%s" $root.Release.Name (index . 1)) -}}
{{- end -}}
{{- max $app.replicas (dig "spec" "replicas" 0 $running) }}
{{- end }}
