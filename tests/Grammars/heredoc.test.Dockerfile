# SYNTAX TEST "source.dockerfile" "Heredocs hold text, not stages"

RUN --mount=type=bind,from=builder,target=/b <<EOF
#                          ^^^^^^^ entity.name.type.stage.dockerfile
#                                            ^^ keyword.operator.heredoc.dockerfile
#                                              ^^^ keyword.control.heredoc-token.dockerfile
FROM a AS b
# <---- string.unquoted.heredoc.dockerfile - keyword.other.special-method.dockerfile
#         ^ - entity.name.type.stage.dockerfile
COPY --from=c d e
#           ^ string.unquoted.heredoc.dockerfile - entity.name.type.stage.dockerfile
echo \
EOF
# <--- keyword.control.heredoc-token.dockerfile
FROM x AS y
# <---- keyword.other.special-method.dockerfile
#         ^ entity.name.type.stage.dockerfile

COPY <<-"one" <<two /to/
#               ^^^ keyword.control.heredoc-token.dockerfile
#                   ^^^^ - string.unquoted.heredoc.dockerfile
FROM a AS b
# <---- string.unquoted.heredoc.dockerfile - keyword.other.special-method.dockerfile
one
FROM c AS d
# <---- string.unquoted.heredoc.dockerfile - keyword.other.special-method.dockerfile
two
# <--- keyword.control.heredoc-token.dockerfile
COPY --from=y f /
#           ^ entity.name.type.stage.dockerfile

RUN cat <<EOF > "/a b"
#               ^^^^^^ string.quoted.double.dockerfile - string.unquoted.heredoc.dockerfile
text
EOF
RUN echo "<<EOF" $((1<<EOF)) <<<here
FROM x AS z
# <---- keyword.other.special-method.dockerfile
#         ^ entity.name.type.stage.dockerfile
