# SYNTAX TEST "source.dockerfile" "Stage names that FROM declares"

FROM golang:1.23 AS develop
# <---- keyword.other.special-method.dockerfile
#    ^^^^^^^^^^^ - entity.name.type.stage.dockerfile
#                ^^ keyword.other.special-method.dockerfile
#                   ^^^^^^^ entity.name.type.stage.dockerfile

  from --platform=$BUILDPLATFORM develop as build-1.x_y
# ^^^^ keyword.other.special-method.dockerfile
#                                ^^^^^^^ - entity.name.type.stage.dockerfile
#                                        ^^ keyword.other.special-method.dockerfile
#                                           ^^^^^^^^^^^ entity.name.type.stage.dockerfile

FROM alpine:latest
# <---- keyword.other.special-method.dockerfile
#    ^^^^^^^^^^^^^ - entity.name.type.stage.dockerfile

FROM as AS as
#    ^^ - keyword.other.special-method.dockerfile entity.name.type.stage.dockerfile
#       ^^ keyword.other.special-method.dockerfile
#          ^^ entity.name.type.stage.dockerfile

FROM golang:1.23 AS
#                ^^ keyword.other.special-method.dockerfile

RUN echo a
# <--- keyword.other.special-method.dockerfile

FROM ${BASE:-golang} AS ${NAME}
#                       ^^^^^^^ - entity.name.type.stage.dockerfile

FROM golang AS two words
#              ^^^^^^^^^ - entity.name.type.stage.dockerfile

# FROM golang AS commented
# <- comment.line.number-sign.dockerfile
#                ^^^^^^^^^ - entity.name.type.stage.dockerfile

FROM golang:1.23 \
  # the name comes below
# ^^^^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.dockerfile

  AS builder
# ^^ keyword.other.special-method.dockerfile
#    ^^^^^^^ entity.name.type.stage.dockerfile
RUN echo FROM a AS b
# <--- keyword.other.special-method.dockerfile
#                  ^ - entity.name.type.stage.dockerfile

FROMage x AS y
#            ^ - entity.name.type.stage.dockerfile

RUN echo one \
    FROM a AS b \
#   ^^^^ - keyword.other.special-method.dockerfile
#             ^ - entity.name.type.stage.dockerfile
FROM c AS d \
#         ^ - entity.name.type.stage.dockerfile
    two
FROM scratch AS last
# <---- keyword.other.special-method.dockerfile
#               ^^^^ entity.name.type.stage.dockerfile
