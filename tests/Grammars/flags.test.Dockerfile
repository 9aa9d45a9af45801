# SYNTAX TEST "source.dockerfile" "Stage names that flags refer to"

COPY --from=builder /go/main .
# <---- keyword.other.special-method.dockerfile
#           ^^^^^^^ entity.name.type.stage.dockerfile
#                   ^^^^^^^^^^ - entity.name.type.stage.dockerfile

copy --chown=1:1 --from=build-1.x --link "a b" /
# <---- keyword.other.special-method.dockerfile
#                       ^^^^^^^^^ entity.name.type.stage.dockerfile
#                                        ^^^^^ string.quoted.double.dockerfile

COPY --from="builder" a b
#            ^^^^^^^ entity.name.type.stage.dockerfile

COPY --from=0 a b
#           ^ constant.numeric.stage.dockerfile - entity.name.type.stage.dockerfile

COPY --from=nginx:alpine a b
#           ^^^^^^^^^^^^ - entity.name.type.stage.dockerfile

COPY --from=ghcr.io/a/b a b
#           ^^^^^^^^^^^ - entity.name.type.stage.dockerfile

COPY --from= a b
#            ^ - entity.name.type.stage.dockerfile

COPY --from=$STAGE a b
#           ^^^^^^ - entity.name.type.stage.dockerfile

COPY a --from=b /
#             ^ - entity.name.type.stage.dockerfile

ONBUILD COPY --from=builder a b
# <------- keyword.control.dockerfile
#       ^^^^ keyword.other.special-method.dockerfile
#                   ^^^^^^^ entity.name.type.stage.dockerfile

RUN --mount=type=bind,from=builder,source=/a,target=/b --network=none sh -c "x"
# <--- keyword.other.special-method.dockerfile
#                          ^^^^^^^ entity.name.type.stage.dockerfile
#                                 ^^^^^^^^^^^^^^^^^^^^^ - entity.name.type.stage.dockerfile
#                                                                           ^^^ string.quoted.double.dockerfile

RUN --mount=from=a,target=/a --mount=target=/b,from=b make --from=c from=d
#                ^ entity.name.type.stage.dockerfile
#                                                   ^ entity.name.type.stage.dockerfile
#                                                                 ^ - entity.name.type.stage.dockerfile
#                                                                        ^ - entity.name.type.stage.dockerfile

RUN --mount=type=bind,from=golang:1.23,target=/b make
#                          ^^^^^^^^^^^ - entity.name.type.stage.dockerfile

COPY \
  --link \
  # where it comes from
# ^ comment.line.number-sign.dockerfile
  --from=builder \
#        ^^^^^^^ entity.name.type.stage.dockerfile
  --from.txt /
# ^^^^^^^^^^ - entity.name.type.stage.dockerfile

RUN echo one \
    COPY --from=a b \
#               ^ - entity.name.type.stage.dockerfile
    two
COPY --from=builder
# <---- keyword.other.special-method.dockerfile
#           ^^^^^^^ entity.name.type.stage.dockerfile
ENV A="--from=b" C='COPY --from=d'
# <--- keyword.other.special-method.dockerfile
#             ^ string.quoted.double.dockerfile - entity.name.type.stage.dockerfile
#                               ^ string.quoted.single.dockerfile - entity.name.type.stage.dockerfile

# COPY --from=builder a b
#             ^^^^^^^ - entity.name.type.stage.dockerfile
